import java.io.{ByteArrayInputStream, ObjectInputStream}
import java.util.Base64
import javax.inject.Inject
import play.api.mvc._

class Letters @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def read(text: String) = Action {
    val bytes = Base64.getDecoder.decode(text)
    val letter = new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject() // pave: expect unsafe-deserialization
    Ok(letter.toString)
  }
}
