class PeopleController < ApplicationController
  def show
    doc.xpath("//user[@name=$name]", nil, name: params[:name])
    doc.xpath("//user[@id='#{params[:id].to_i}']")
  end
end
