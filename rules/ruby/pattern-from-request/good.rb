class WardsController < ApplicationController
  def index
    found = Regexp.new(Regexp.escape(params[:name]), Regexp::IGNORECASE)
    @wards = Ward.all.select { |ward| ward.name =~ found }
  end

  def beds
    @beds = Bed.all.select { |bed| bed.name =~ /^#{Regexp.escape(params[:name])}/ }
    @floors = Bed.all.select { |bed| bed.name =~ /^#{params[:floor].to_i}\./ && params[:name] =~ /^ward/ }
    @timed = Bed.all.select { |bed| Regexp.new(params[:name], timeout: 0.1).match?(bed.name) }
  end
end
