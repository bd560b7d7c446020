class WardsController < ApplicationController
  def index
    found = Regexp.new(params[:name], Regexp::IGNORECASE) # pave: expect pattern-from-request
    @wards = Ward.all.select { |ward| ward.name =~ found }
  end

  def beds
    @beds = Bed.all.select { |bed| Regexp.compile("^" + params[:name]).match?(bed.name) } # pave: expect pattern-from-request
  end
end
