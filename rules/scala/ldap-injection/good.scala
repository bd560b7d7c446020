import javax.naming.directory.{DirContext, SearchControls}
import play.api.mvc._

class Directory(components: ControllerComponents, context: DirContext) extends AbstractController(components) {
  def find(name: String) = Action {
    Ok(context.search("ou=ward", "(uid={0})", Array[AnyRef](LdapEncoder.filterEncode(name)), new SearchControls()).toString)
  }
}
