class ImagesController < ApplicationController
  def show
    system("convert", params[:name], "out.png")
    system("nslookup #{Shellwords.escape(params[:host])}")
  end
end
