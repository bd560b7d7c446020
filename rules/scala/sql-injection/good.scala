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
