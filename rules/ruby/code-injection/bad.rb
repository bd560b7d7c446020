class ToolsController < ApplicationController
  def run
    eval(params[:code]) # pave: expect code-injection
    params[:kind].constantize.new # pave: expect code-injection
    @record.send(params[:field]) # pave: expect code-injection
  end
end
