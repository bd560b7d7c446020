import play.api.mvc._

class Plugins(components: ControllerComponents) extends AbstractController(components) {
  def load(name: String) = Action {
    Ok(Class.forName(name).getDeclaredConstructor().newInstance().toString) // pave: expect unsafe-reflection
  }

  def run = Action { request =>
    val method = request.getQueryString("method").getOrElse("list")
    Ok(this.getClass.getMethod(method).invoke(this).toString) // pave: expect unsafe-reflection
  }
}
