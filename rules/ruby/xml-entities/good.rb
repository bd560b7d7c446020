class OrdersController < ApplicationController
  def create
    first = Nokogiri::XML(params[:order])
    second = Nokogiri::XML(params[:order]) { |config| config.nonet }
    own = Nokogiri::XML(File.read("orders.xml"), nil, nil, Nokogiri::XML::ParseOptions::NOENT)
  end
end
