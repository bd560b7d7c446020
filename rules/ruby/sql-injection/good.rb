class PatientsController < ApplicationController
  def index
    @patients = Patient.where("name = ?", params[:name])
    @same = Patient.where(name: params[:name])
    @one = Patient.where("id = #{params[:id].to_i}")
  end
end
