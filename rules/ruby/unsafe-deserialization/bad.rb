class StateController < ApplicationController
  def update
    Marshal.load(Base64.decode64(params[:state])) # pave: expect unsafe-deserialization
    YAML.load(params[:config]) # pave: expect unsafe-deserialization
  end
end

def objects
  Oj.load(params[:json], mode: :object) # pave: expect unsafe-deserialization
end
