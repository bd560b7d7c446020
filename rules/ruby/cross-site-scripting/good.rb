class PagesController < ApplicationController
  def show
    @title = params[:title]
    @safe = sanitize(params[:body]).html_safe
  end
end
