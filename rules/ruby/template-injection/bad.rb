class HelloController < ApplicationController
  def show
    text = ERB.new("Hello " + params[:name]).result  # pave: expect template-injection
    render inline: "<p>Hello #{params[:name]}</p>"  # pave: expect template-injection
  end
end

require "sinatra"

get "/hello" do
  erb "Hello #{params[:name]}"  # pave: expect template-injection
end
