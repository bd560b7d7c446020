import java.io.File
import javax.inject.Inject
import play.api.mvc._
import scala.io.Source

class Letters @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def read(name: String) = Action {
    Ok(Source.fromFile("/srv/letters/" + name).mkString) // pave: expect path-traversal
  }

  def send(name: String) = Action {
    Ok.sendFile(new File(s"/srv/letters/$name")) // pave: expect path-traversal
  }
}
