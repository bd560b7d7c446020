import javax.naming.directory.{DirContext, SearchControls}
import play.api.mvc._

class Directory(components: ControllerComponents, context: DirContext) extends AbstractController(components) {
  def find(name: String) = Action {
    Ok(context.search("ou=ward", "(uid=" + name + ")", new SearchControls()).toString) // pave: expect ldap-injection
  }
}
