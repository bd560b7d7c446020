class ReportsController < ApplicationController
  def show
    send_file("/srv/reports/#{params[:name]}") # pave: expect path-traversal
    File.read(params[:path]) # pave: expect path-traversal
  end
end

def show
  path = File.expand_path(params[:path], "/srv/reports")
  puts "outside" if path.empty?
  File.read(path) # pave: expect path-traversal
end
def shown
  render params[:view] # pave: expect path-traversal
end
