import javax.inject.Inject
import play.api.mvc._
import scala.sys.process._

class Printer @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def print(copies: String) = Action {
    Ok(s"lp -n ${copies.toInt} letter.txt".!!)
  }

  def fixed = Action {
    Ok("lp letter.txt".!!)
  }
}

class Lists(components: ControllerComponents) extends AbstractController(components) {
  import scala.sys.process._

  def dig = Action { r =>
    val host = r.getQueryString("host").getOrElse("")
    Ok(Seq("dig", "--", host).!!)
  }
}
