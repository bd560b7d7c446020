import javax.inject.Inject
import play.api.mvc._
import play.twirl.api.Html

class Pages @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def hello(name: String) = Action {
    Ok(Html("<h1>" + name + "</h1>")) // pave: expect cross-site-scripting
  }

  def typed(name: String) = Action {
    Ok(s"<h1>$name</h1>").as("text/html") // pave: expect cross-site-scripting
  }
}

object Greetings {
  import cats.effect._
  import org.http4s._
  import org.http4s.dsl.io._
  import org.http4s.headers._

  val routes = HttpRoutes.of[IO] {
    case GET -> Root / "hello" / name =>
      Ok(s"<h1>Hello $name</h1>", `Content-Type`(MediaType.text.html)) // pave: expect cross-site-scripting
  }
}
