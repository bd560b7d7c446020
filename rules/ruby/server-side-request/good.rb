class ProxyController < ApplicationController
  def show
    HTTParty.get("https://records.example.com/?q=#{CGI.escape(params[:q])}")
  end
end
