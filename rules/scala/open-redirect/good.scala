import javax.inject.Inject
import play.api.mvc._

class Exit @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def leave(ward: String) = Action {
    Redirect(s"/wards/$ward")
  }

  def home = Action {
    Redirect("/")
  }
}
