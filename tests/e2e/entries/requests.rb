class OrdersController < ApplicationController
  def show
    sink(params[:id]) # HIT
    sink(cookies[:a]) # HIT
    sink(request.headers["a"]) # HIT
    sink(current_user)
  end
end

get "/hello/:name" do
  sink(params["name"]) # HIT
  sink(request.body.read) # HIT
  sink(settings)
end
