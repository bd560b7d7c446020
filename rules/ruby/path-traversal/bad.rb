class ReportsController < ApplicationController
  def show
    send_file("/srv/reports/#{params[:name]}") # pave: expect path-traversal
    File.read(params[:path]) # pave: expect path-traversal
  end
end
