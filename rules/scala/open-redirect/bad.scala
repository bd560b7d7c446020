import javax.inject.Inject
import play.api.mvc._

class Exit @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def leave(next: String) = Action {
    Redirect(next) // pave: expect open-redirect
  }
}

object Doors {
  import cats.effect._
  import org.http4s._
  import org.http4s.dsl.io._
  import org.http4s.headers.Location

  object Next extends QueryParamDecoderMatcher[String]("next")

  val routes = HttpRoutes.of[IO] {
    case GET -> Root / "go" :? Next(next) => Found(Location(Uri.unsafeFromString(next))) // pave: expect open-redirect
  }
}
