import java.io.File
import javax.inject.Inject
import play.api.mvc._
import scala.io.Source

class Letters @Inject() (cc: ControllerComponents) extends AbstractController(cc) {
  def read(name: String) = Action {
    Ok(Source.fromFile("/srv/letters/" + name).mkString) // pave: expect path-traversal
  }

  def send(name: String) = Action {
    Ok.sendFile(new File(s"/srv/letters/$name")) // pave: expect path-traversal
  }
}

class Uploads(components: ControllerComponents) extends AbstractController(components) {
  def take = Action(parse.multipartFormData) { r =>
    r.body.file("scan").map { scan =>
      scan.ref.moveTo(new File("/var/scans/" + scan.filename)) // pave: expect path-traversal
    }
    Ok("")
  }
}

object Reports {
  import cats.effect._
  import java.nio.file.{Files, Paths}
  import org.http4s._
  import org.http4s.dsl.io._

  val routes = HttpRoutes.of[IO] {
    case GET -> Root / "reports" / name => Ok(Files.readString(Paths.get("/var/reports/" + name))) // pave: expect path-traversal
  }
}
