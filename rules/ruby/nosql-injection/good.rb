require "mongo"

client = Mongo::Client.new(["localhost:27017"], database: "shop")

post "/login" do
  client[:users].find({ name: params[:name].to_s, pass: params[:pass].to_s })
end

def listed
  reports.where(Sequel.lit("name = ?", params[:name]))
end
