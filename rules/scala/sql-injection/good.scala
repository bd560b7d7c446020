import java.sql.Connection
import javax.inject.Inject
import play.api.mvc._

class Patients @Inject() (cc: ControllerComponents, db: Connection) extends AbstractController(cc) {
  def byName(name: String) = Action { request =>
    val find = db.prepareStatement("SELECT * FROM patients WHERE name = ?")
    find.setString(1, name)
    Ok(find.executeQuery().toString)
  }

  def byNumber(number: String) = Action { request =>
    Ok(db.createStatement().executeQuery("SELECT * FROM patients WHERE number = " + number.toInt).toString)
  }
}

object Sorted {
  val Columns = Set("name", "born")
}

/* Checked before it is used. */
class SortedController(components: ControllerComponents, connection: Connection) extends AbstractController(components) {
  def known(column: String) = Action {
    val checked = if (Sorted.Columns.contains(column)) column else "name"
    connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + checked)
    Ok("")
  }

  def required(column: String) = Action {
    require(Sorted.Columns.contains(column), "unknown column")
    connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + column)
    Ok("")
  }
}

object Tables {
  import cats.effect._
  import doobie.implicits._
  import org.http4s._
  import org.http4s.dsl.io._

  val table = "beds"

  val routes = HttpRoutes.of[IO] {
    case GET -> Root / "patients" / name =>
      Ok(sql"SELECT * FROM patients WHERE name = $name".query[String].to[List])
    case GET -> Root / "wards" / IntVar(ward) =>
      Ok(doobie.Fragment.const(s"SELECT * FROM wards WHERE id = $ward").query[Int].unique)
    case request @ POST -> Root / "beds" =>
      val bed = request.params("bed")
      Ok(sql"SELECT * FROM #$table WHERE name = $bed".as[Int])
  }
}
