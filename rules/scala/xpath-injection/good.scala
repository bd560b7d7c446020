import javax.xml.xpath.XPath
import org.w3c.dom.Document
import play.api.mvc._

class Wards(components: ControllerComponents, document: Document, xpath: XPath) extends AbstractController(components) {
  def find(number: String) = Action {
    Ok(xpath.evaluate("//ward[@number=" + number.toInt + "]", document))
  }

  def all(name: String) = Action {
    Ok(xpath.evaluate("//ward", document) + name)
  }
}
