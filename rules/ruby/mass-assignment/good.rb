class NursesController < ApplicationController
  def create
    Nurse.create(params.require(:nurse).permit(:name, :ward))
  end

  def update
    Nurse.find(params[:id]).update(params[:nurse].to_unsafe_h.slice("name", "ward"))
    Rails.logger.info(params.permit!.keys)
    redirect_to nurses_path(params.permit!)
    NurseSearch.new(params.permit!)
  end
end
