import org.bson.Document
import play.api.mvc._

class Patients(components: ControllerComponents) extends AbstractController(components) {
  def find(name: String) = Action {
    Ok(new Document("name", name).toJson)
  }
}
