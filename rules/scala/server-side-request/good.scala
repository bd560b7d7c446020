import javax.inject.Inject
import play.api.libs.ws.WSClient
import play.api.mvc._

class Fetch @Inject() (cc: ControllerComponents, client: WSClient) extends AbstractController(cc) {
  def call(name: String) = Action.async {
    client.url(s"https://api.example.org/wards/$name").get()
  }

  def fixed = Action.async {
    client.url("https://api.example.org/").get()
  }
}
