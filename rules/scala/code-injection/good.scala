import javax.script.ScriptEngineManager
import play.api.libs.json.Json
import play.api.mvc._

class Formulas(components: ControllerComponents) extends AbstractController(components) {
  def script(width: String) = Action {
    val engine = new ScriptEngineManager().getEngineByName("nashorn")
    engine.put("width", width)
    Ok(engine.eval("width * 2").toString)
  }

  def parsed = Action { request =>
    Ok(Json.parse(request.getQueryString("json").getOrElse("{}")))
  }
}
