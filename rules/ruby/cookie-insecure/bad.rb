class LoginController < ApplicationController
  def create
    cookies[:login] = { value: token, secure: false, httponly: true }  # pave: expect cookie-insecure
    cookies.signed[:login] = { value: token, secure: false }  # pave: expect cookie-insecure
  end
end
Rails.application.config.session_store :cookie_store, key: "_shop", secure: false  # pave: expect cookie-insecure

def remember
  cookies[:session_token] = SecureRandom.hex  # pave: expect cookie-insecure
  response.set_cookie("session", { value: SecureRandom.hex, httponly: true })  # pave: expect cookie-insecure
end

get "/login" do
  response.set_cookie("session", value: made.text, httponly: true) # pave: expect cookie-insecure
end
