class LoginController < ApplicationController
  def create
    redirect_to params[:next] # pave: expect open-redirect
  end
end
