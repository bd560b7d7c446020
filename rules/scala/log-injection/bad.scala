import play.api.Logger
import play.api.mvc._

class Visits(components: ControllerComponents) extends AbstractController(components) {
  private val logger = Logger(getClass)

  def enter(name: String) = Action {
    logger.info("entered: " + name) // pave: expect log-injection
    Ok("")
  }

  def leave = Action { request =>
    val who = request.getQueryString("who").getOrElse("nobody")
    logger.warn(s"left: $who") // pave: expect log-injection
    Ok("")
  }
}
