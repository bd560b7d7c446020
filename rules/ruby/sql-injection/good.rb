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

def looked_at
  order = params[:order]
  order = "name" unless ORDERS.include?(order)
  Report.order("#{order} asc")
  Report.order(ORDERS.include?(params[:by]) ? params[:by] : "name")
  column = params[:column]
  raise "column" unless column.match?(/\A[a-z_]+\z/)
  Report.order("#{column} asc")
  Report.where(Report.sanitize_sql_array(["name = ?", params[:name]]))
  reports.where(Sequel.lit("name = ?", params[:name]))
  client.prepare("SELECT * FROM reports WHERE name = ?").execute(params[:name])
  settings[params[:name]]
end


def numbered
  numbers = params[:ids].map(&:to_i)
  Report.where("id IN (#{numbers.join(",")})")
end

class Found < ApplicationController
  def show
    User.find_by(email: params[:email])
    User.find_by("email = ?", params[:email])
    User.where("email = '" + ActiveRecord::Base.connection.quote_string(params[:email]) + "'")
  end
end

class WardsController < ApplicationController
  def index
    @wards = Ward.where(sanitize_sql_for_conditions(["name = ?", params[:name]]))
  end
end
def liked
  @wards = Ward.where("name LIKE ?", "%" + ActiveRecord::Base.sanitize_sql_like(params[:name]) + "%")
  @first = Ward.where("floor = #{params[:floor].to_i}").size
end
def numbered
  @wards = Ward.where("floor = %d" % params[:floor])
end
