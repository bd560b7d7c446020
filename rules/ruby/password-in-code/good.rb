class AdminController < ApplicationController
  http_basic_authenticate_with name: "admin", password: ENV.fetch("ADMIN_PASSWORD")

  def index
    Mysql2::Client.new(host: "db", username: "shop", password: Rails.application.credentials.db)
    PG.connect(host: "db", user: "shop", password: "changeme")
    Net::SSH.start("files", "shop", password: given)
    request.basic_auth("shop", given)
    Net::FTP.open("files", "anonymous", "guest@clinic.org")
  end
end
