class ProxyController < ApplicationController
  def show
    HTTParty.get("https://records.example.com/?q=#{CGI.escape(params[:q])}")
  end
end

def picture
  address = URI.parse(params[:url])
  return head(:bad_request) unless %w[img.example.com cdn.example.com].include?(address.host)
  Net::HTTP.get(address)
end
