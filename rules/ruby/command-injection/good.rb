class ImagesController < ApplicationController
  def show
    system("convert", params[:name], "out.png")
    system("nslookup #{Shellwords.escape(params[:host])}")
  end
end

def convert
  IO.popen(["convert", params[:name]])
  form = params[:form]
  system("convert in.png out.#{form}") if %w[png jpg].include?(form)
end
