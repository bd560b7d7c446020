class LoginController < ApplicationController
  def create
    cookies[:auth_token] = { value: token, secure: true, httponly: true }
    cookies[:theme] = { value: "dark", httponly: false }
  end
end

def remember
  cookies[:session_token] = { value: SecureRandom.hex, secure: true, httponly: true }
  cookies[:theme] = theme.name
end
