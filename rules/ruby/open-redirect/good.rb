class LoginController < ApplicationController
  def create
    redirect_to url_from(params[:next]) || root_path
    redirect_to root_path
  end
end

def update
  redirect_to report_path(params[:id])
end
def back
  redirect_to request.referer || root_path
end
