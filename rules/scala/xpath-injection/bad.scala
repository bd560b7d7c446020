import javax.xml.xpath.{XPath, XPathFactory}
import org.w3c.dom.Document
import play.api.mvc._

class Wards(components: ControllerComponents, document: Document, xpath: XPath) extends AbstractController(components) {
  def find(name: String) = Action {
    Ok(xpath.evaluate("//ward[@name='" + name + "']", document)) // pave: expect xpath-injection
  }

  def made = Action { request =>
    val name = request.getQueryString("name").getOrElse("")
    Ok(XPathFactory.newInstance().newXPath().compile(s"//ward[@name='$name']").toString) // pave: expect xpath-injection
  }
}
