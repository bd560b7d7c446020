class StateController < ApplicationController
  def update
    JSON.parse(params[:state])
    YAML.safe_load(params[:config])
  end
end

def values
  Oj.load(params[:json], mode: :strict)
end
