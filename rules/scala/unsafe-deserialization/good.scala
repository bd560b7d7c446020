import java.io.{FileInputStream, ObjectInputStream}
import javax.inject.Inject
import play.api.libs.json.Json
import play.api.mvc._

class Letters @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def read(text: String) = Action {
    Ok(Json.parse(text))
  }

  def own = new ObjectInputStream(new FileInputStream("state.bin")).readObject()
}
