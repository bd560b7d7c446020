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
