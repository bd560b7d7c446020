class PeopleController < ApplicationController
  def show
    doc.xpath("//user[@name='#{params[:name]}']") # pave: expect xpath-injection
    doc.at_xpath("//user[@name='" + params[:name] + "']") # pave: expect xpath-injection
    REXML::XPath.first(doc, "//user[@name='#{params[:name]}']") # pave: expect xpath-injection
  end
end
