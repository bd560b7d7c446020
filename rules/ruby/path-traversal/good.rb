class ReportsController < ApplicationController
  def show
    send_file("/srv/reports/#{File.basename(params[:name])}")
  end
end
