import javax.script.ScriptEngineManager
import play.api.mvc._
import scala.reflect.runtime.currentMirror
import scala.tools.reflect.ToolBox

class Formulas(components: ControllerComponents) extends AbstractController(components) {
  def script(formula: String) = Action {
    val engine = new ScriptEngineManager().getEngineByName("nashorn")
    Ok(engine.eval(formula).toString) // pave: expect code-injection
  }

  def scala = Action { request =>
    val toolbox = currentMirror.mkToolBox()
    val code = request.getQueryString("code").getOrElse("1")
    Ok(toolbox.eval(toolbox.parse(code)).toString) // pave: expect code-injection
  }
}
