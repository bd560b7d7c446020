class PagesController < ApplicationController
  def show
    @title = params[:title]
    @safe = sanitize(params[:body]).html_safe
  end
end

require "sinatra"

get "/hello" do
  "<h1>#{Rack::Utils.escape_html(params[:name])}</h1>"
end

get "/plain" do
  "hello #{params[:name]}"
end

def title
  render html: helpers.content_tag(:h1, params[:title])
end

class Plain < ApplicationController
  # What is not marked as safe is escaped here, too.
  def show
    render html: params[:title]
    render html: "<b>#{params[:title]}</b>"
  end
end
def back
  link_to params[:title], ward_path(params[:id])
end
