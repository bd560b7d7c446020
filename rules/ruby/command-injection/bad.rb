class ImagesController < ApplicationController
  def show
    system("convert #{params[:name]} out.png") # pave: expect command-injection
    Open3.capture2("nslookup " + params[:host]) # pave: expect command-injection
  end
end
