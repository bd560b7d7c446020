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
