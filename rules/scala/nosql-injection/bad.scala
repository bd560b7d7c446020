import org.bson.Document
import play.api.mvc._

class Patients(components: ControllerComponents) extends AbstractController(components) {
  def find(name: String) = Action {
    Ok(Document.parse("{ name: '" + name + "' }").toJson) // pave: expect nosql-injection
  }

  def where(name: String) = Action {
    Ok(new Document("$where", s"this.name == '$name'").toJson) // pave: expect nosql-injection
  }
}
