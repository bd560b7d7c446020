import java.io.{InputStream, StringReader}
import javax.xml.parsers.{DocumentBuilderFactory, SAXParserFactory}
import javax.xml.stream.XMLInputFactory
import scala.xml.XML

class Feeds {
  def tree(in: InputStream) = {
    val factory = DocumentBuilderFactory.newInstance()
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
    factory.newDocumentBuilder().parse(in)
  }

  def stream(text: String) = {
    val factory = XMLInputFactory.newInstance()
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false)
    factory.createXMLStreamReader(new StringReader(text))
  }

  def scalaXml(text: String) = {
    val factory = SAXParserFactory.newInstance()
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
    XML.withSAXParser(factory.newSAXParser()).loadString(text)
  }

  def json(text: String) = play.api.libs.json.Json.parse(text)
}
