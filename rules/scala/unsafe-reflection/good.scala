import play.api.mvc._

object Known {
  val Kinds = Map("csv" -> "export.Csv", "pdf" -> "export.Pdf")
}

class Plugins(components: ControllerComponents) extends AbstractController(components) {
  def load(name: String) = Action {
    Ok(Class.forName(Known.Kinds.getOrElse(name, "export.Csv")).getName)
  }

  def driver = Class.forName("org.postgresql.Driver")
}
