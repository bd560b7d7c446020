class HelloController < ApplicationController
  def show
    text = ERB.new("Hello <%= name %>").result_with_hash(name: params[:name])
    render "hello", locals: { name: params[:name], text: text }
  end
end

require "sinatra"

get "/hello" do
  erb :hello, locals: { name: params[:name] }
end
