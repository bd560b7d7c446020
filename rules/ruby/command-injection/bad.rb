class ImagesController < ApplicationController
  def show
    system("convert #{params[:name]} out.png") # pave: expect command-injection
    Open3.capture2("nslookup " + params[:host]) # pave: expect command-injection
  end
end

def convert
  open("|convert #{params[:name]}") # pave: expect command-injection
  IO.popen(["sh", "-c", "convert " + params[:name]]) # pave: expect command-injection
end

class Opened < ApplicationController
  def show
    Kernel.open("|convert #{params[:name]}") # pave: expect command-injection
  end
end
