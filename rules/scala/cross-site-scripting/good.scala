import javax.inject.Inject
import play.api.mvc._
import play.twirl.api.{Html, HtmlFormat}

class Pages @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def hello(name: String) = Action {
    Ok(Html("<h1>" + HtmlFormat.escape(name) + "</h1>"))
  }

  def plain(name: String) = Action {
    Ok("Hello, " + name)
  }
}

object Greetings {
  import cats.effect._
  import org.http4s._
  import org.http4s.dsl.io._
  import org.http4s.headers._

  val routes = HttpRoutes.of[IO] {
    case GET -> Root / "hello" / name => Ok(s"Hello $name")
    case GET -> Root / "json" / name => Ok(s"Hello $name", `Content-Type`(MediaType.application.json))
  }
}
