require "mongo"

client = Mongo::Client.new(["localhost:27017"], database: "shop")

post "/login" do
  client[:users].find({ name: params[:name], pass: params[:pass] }) # pave: expect nosql-injection
  User.for_js("this.name == '#{params[:name]}'") # pave: expect nosql-injection
end

class Asked < ApplicationController
  def show
    User.collection.find({ "$where" => "this.name == '#{params[:name]}'" }) # pave: expect nosql-injection
  end
end
