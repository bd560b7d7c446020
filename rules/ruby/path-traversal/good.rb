class ReportsController < ApplicationController
  def show
    send_file("/srv/reports/#{File.basename(params[:name])}")
  end
end

def show
  path = File.expand_path(params[:path], "/srv/reports")
  raise "outside" unless path.start_with?("/srv/reports/")
  File.read(path)
end


def download
  send_file Report.find(params[:id]).file_path
end
def listed
  render json: { view: params[:view] }
  render "show", locals: { view: params[:view] }
end
