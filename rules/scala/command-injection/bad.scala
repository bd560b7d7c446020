import javax.inject.Inject
import play.api.mvc._
import scala.sys.process._

class Printer @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def print(name: String) = Action {
    Ok(s"lp $name".!!) // pave: expect command-injection
  }

  def list(folder: String) = Action {
    Runtime.getRuntime.exec("ls " + folder) // pave: expect command-injection
    Ok("")
  }
}

class Shells(components: ControllerComponents) extends AbstractController(components) {
  import scala.sys.process._

  def dig = Action { r =>
    val host = r.getQueryString("host").getOrElse("")
    Ok(Seq("sh", "-c", "dig " + host).!!) // pave: expect command-injection
  }
}
