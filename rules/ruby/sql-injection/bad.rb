class PatientsController < ApplicationController
  def index
    @patients = Patient.where("name = '#{params[:name]}'") # pave: expect sql-injection
    @sorted = Patient.order(params[:sort]) # pave: expect sql-injection
    ActiveRecord::Base.connection.execute("DELETE FROM visits WHERE id = " + params[:id]) # pave: expect sql-injection
  end
end

class ReportsController < ApplicationController
  def index
    Report.reorder("#{params[:by]} DESC") # pave: expect sql-injection
    Report.where.not("name = '#{params[:name]}'") # pave: expect sql-injection
    Report.from(params[:table]) # pave: expect sql-injection
    connection.select_value("SELECT count(*) FROM reports WHERE name = '#{params[:name]}'") # pave: expect sql-injection
    reports.where(Sequel.lit("name = '#{params[:name]}'")) # pave: expect sql-injection
  end
end

def of_text(params)
  Report.exists?(["name = '#{params[:name]}'"]) # pave: expect sql-injection
  DB["SELECT * FROM reports WHERE name = '#{params[:name]}'"].all # pave: expect sql-injection
  DB.run("DELETE FROM reports WHERE name = '" + params[:name] + "'") # pave: expect sql-injection
end

class Found < ApplicationController
  def show
    User.find_by("email = '#{params[:email]}'") # pave: expect sql-injection
    User.reorder("#{params[:order]} desc") # pave: expect sql-injection
  end
end
# Only the signs of LIKE are escaped by this, no quotes.
def liked
  @wards = Ward.where("name LIKE '%" + ActiveRecord::Base.sanitize_sql_like(params[:name]) + "%'") # pave: expect sql-injection
  @count = Ward.where("name = '#{params[:name]}'").size # pave: expect sql-injection
end
