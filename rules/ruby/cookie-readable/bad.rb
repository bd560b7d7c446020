class LoginController < ApplicationController
  def create
    cookies[:auth_token] = { value: token, secure: true, httponly: false }  # pave: expect cookie-readable
  end
end
Rails.application.config.session_store :cookie_store, key: "_shop", httponly: false  # pave: expect cookie-readable

def remember
  cookies[:session_token] = { value: SecureRandom.hex, secure: true }  # pave: expect cookie-readable
end
