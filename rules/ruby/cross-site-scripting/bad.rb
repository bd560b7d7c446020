class PagesController < ApplicationController
  def show
    @title = params[:title].html_safe # pave: expect cross-site-scripting
    render inline: "<h1>#{params[:title]}</h1>" # pave: expect cross-site-scripting
  end
end

require "sinatra"

get "/hello" do
  "<h1>#{params[:name]}</h1>" # pave: expect cross-site-scripting
end
def back
  link_to "Back", params[:back] # pave: expect cross-site-scripting
end
