import javax.inject.Inject
import play.api.mvc._

class Exit @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def leave(next: String) = Action {
    Redirect(next) // pave: expect open-redirect
  }
}
