class ProxyController < ApplicationController
  def show
    Net::HTTP.get(URI(params[:url])) # pave: expect server-side-request
    HTTParty.get(params[:target]) # pave: expect server-side-request
  end
end
def opened
  Kernel.open(params[:url]).read # pave: expect server-side-request
end
