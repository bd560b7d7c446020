import java.sql.Connection
import javax.inject.Inject
import play.api.mvc._

class Patients @Inject() (cc: ControllerComponents, db: Connection) extends AbstractController(cc) {
  def byName(name: String) = Action { request =>
    Ok(db.createStatement().executeQuery(s"SELECT * FROM patients WHERE name = '$name'").toString) // pave: expect sql-injection
  }

  def byWard = Action { request =>
    val ward = request.getQueryString("ward").getOrElse("")
    val rows = db.prepareStatement("SELECT * FROM patients WHERE ward = '" + ward + "'") // pave: expect sql-injection
    Ok(rows.toString)
  }
}

object Refused {
  val Forbidden = Set("secret")
}

class RefusedController(components: ControllerComponents, connection: Connection) extends AbstractController(components) {
  def other(column: String) = Action {
    require(!Refused.Forbidden.contains(column), "no such column")
    connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + column) // pave: expect sql-injection
    Ok("")
  }
}

object Tables {
  import cats.effect._
  import doobie.Fragment
  import doobie.implicits._
  import org.http4s._
  import org.http4s.dsl.io._
  import slick.jdbc.PostgresProfile.api._

  object Name extends QueryParamDecoderMatcher[String]("name")

  val routes = HttpRoutes.of[IO] {
    case GET -> Root / "patients" / column =>
      Ok(Fragment.const("SELECT * FROM patients ORDER BY " + column).query[String].to[List]) // pave: expect sql-injection
    case GET -> Root / "wards" :? Name(name) =>
      Ok(Fragment.const0(s"SELECT * FROM wards WHERE name = '$name'").query[Int].unique) // pave: expect sql-injection
    case request @ POST -> Root / "beds" =>
      val bed = request.params("bed")
      Ok(sql"SELECT * FROM beds WHERE name = '#$bed'".as[Int]) // pave: expect sql-injection
  }
}
