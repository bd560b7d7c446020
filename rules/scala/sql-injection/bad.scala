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
