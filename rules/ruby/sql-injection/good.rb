class PatientsController < ApplicationController
  def index
    @patients = Patient.where("name = ?", params[:name])
    @same = Patient.where(name: params[:name])
    @one = Patient.where("id = #{params[:id].to_i}")
  end
end

class ReportsController < ApplicationController
  def index
    Report.where.not(name: params[:name])
    connection.exec_params("SELECT * FROM reports WHERE name = $1", [params[:name]])
  end
end
