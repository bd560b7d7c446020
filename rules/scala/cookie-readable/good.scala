import play.api.mvc._

class Sessions(components: ControllerComponents) extends AbstractController(components) {
  def start(id: String) = Action {
    Ok("").withCookies(Cookie("session", id, secure = true), Cookie("theme", "dark", httpOnly = false))
  }

  def forged(id: String) = Cookie("csrf-token", id, httpOnly = false)
}

object Pekko {
  import org.apache.pekko.http.scaladsl.model.headers.HttpCookie

  def login(id: String) = HttpCookie("login_token", id, secure = true, httpOnly = true)
}

object Http4s {
  import org.http4s.ResponseCookie

  def keep(id: String) = ResponseCookie("session-id", id, httpOnly = true, secure = true)
}
