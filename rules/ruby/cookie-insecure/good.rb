class LoginController < ApplicationController
  def create
    cookies[:login] = { value: token, secure: true, httponly: true }
    cookies[:theme] = "dark"
  end
end
Rails.application.config.session_store :cookie_store, key: "_shop", secure: true

def remember
  cookies[:session_token] = { value: SecureRandom.hex, secure: true, httponly: true }
  cookies[:theme] = theme.name
  cookies[:session_token] = nil
end

get "/login" do
  response.set_cookie("session", value: made, secure: true, httponly: true)
  response.set_cookie("theme", value: chosen)
end
