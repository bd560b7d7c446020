class OrdersController < ApplicationController
  def create
    first = Nokogiri::XML(params[:order], nil, nil, Nokogiri::XML::ParseOptions::NOENT)  # pave: expect xml-entities
    second = Nokogiri::XML(request.body) { |config| config.noent }  # pave: expect xml-entities
  end
end
