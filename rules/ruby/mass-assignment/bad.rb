class NursesController < ApplicationController
  def create
    Nurse.create(params.require(:nurse).permit!) # pave: expect mass-assignment
  end

  def update
    fields = params[:nurse].to_unsafe_h
    Nurse.find(params[:id]).update(fields) # pave: expect mass-assignment
  end

  def build
    @nurse = Nurse.new(params.permit!) # pave: expect mass-assignment
    @nurse.attributes = params[:nurse].permit! # pave: expect mass-assignment
  end
end
