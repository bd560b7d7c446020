import play.api.Logger
import play.api.mvc._

class Visits(components: ControllerComponents) extends AbstractController(components) {
  private val logger = Logger(getClass)

  def enter(name: String) = Action {
    logger.info("entered: " + name.replaceAll("[\\r\\n]", "_"))
    Ok("")
  }

  def count(number: String) = Action { request =>
    logger.info(s"${number.toInt} from ${request.path}")
    Ok("")
  }
}
