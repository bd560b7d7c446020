import javax.inject.Inject
import play.api.libs.ws.WSClient
import play.api.mvc._
import scala.io.Source

class Fetch @Inject() (cc: ControllerComponents, client: WSClient) extends AbstractController(cc) {
  def page(target: String) = Action {
    Ok(Source.fromURL(target).mkString) // pave: expect server-side-request
  }

  def call(target: String) = Action.async {
    client.url(target).get() // pave: expect server-side-request
  }
}
