import java.io.File
import javax.inject.Inject
import play.api.mvc._
import scala.io.Source

class Letters @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def read(number: String) = Action {
    Ok(Source.fromFile("/srv/letters/" + number.toInt).mkString)
  }

  def fixed = Action {
    Ok.sendFile(new File("/srv/letters/index.html"))
  }
}

class Named(components: ControllerComponents) extends AbstractController(components) {
  def take(name: String) = Action {
    Ok(java.nio.file.Paths.get("/var/scans", new File(name).getName).toString)
  }
}
