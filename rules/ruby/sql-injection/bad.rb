class PatientsController < ApplicationController
  def index
    @patients = Patient.where("name = '#{params[:name]}'") # pave: expect sql-injection
    @sorted = Patient.order(params[:sort]) # pave: expect sql-injection
    ActiveRecord::Base.connection.execute("DELETE FROM visits WHERE id = " + params[:id]) # pave: expect sql-injection
  end
end
