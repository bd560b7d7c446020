class LoginController < ApplicationController
  def create
    cookies[:auth_token] = { value: token, secure: true, httponly: true }
    cookies[:theme] = { value: "dark", httponly: false }
  end
end
