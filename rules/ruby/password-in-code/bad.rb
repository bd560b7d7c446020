class AdminController < ApplicationController
  http_basic_authenticate_with name: "admin", password: "lark" # pave: expect password-in-code

  def index
    Mysql2::Client.new(host: "db", username: "shop", password: "lark") # pave: expect password-in-code
    PG.connect(host: "db", user: "shop", password: "lark") # pave: expect password-in-code
    Net::SSH.start("files", "shop", password: "lark") # pave: expect password-in-code
    request.basic_auth("shop", "lark") # pave: expect password-in-code
  end
end
