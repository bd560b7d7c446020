import play.api.mvc._

class Sessions(components: ControllerComponents) extends AbstractController(components) {
  def start(id: String) = Action {
    Ok("").withCookies(Cookie("session", id, secure = true, httpOnly = false)) // pave: expect cookie-readable
  }
}

object Pekko {
  import org.apache.pekko.http.scaladsl.model.headers.HttpCookie

  def login(id: String) = HttpCookie("login_token", id, secure = true) // pave: expect cookie-readable
}

object Http4s {
  import org.http4s.ResponseCookie

  def keep(id: String) = ResponseCookie("session-id", id, secure = true) // pave: expect cookie-readable
}
