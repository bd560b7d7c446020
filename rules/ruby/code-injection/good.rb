class ToolsController < ApplicationController
  KINDS = { 'visit' => Visit }.freeze

  def run
    KINDS.fetch('visit').new
    @record.send(:name)
  end
end
