import java.io.{InputStream, StringReader}
import javax.xml.parsers.{DocumentBuilderFactory, SAXParserFactory}
import javax.xml.stream._
import org.dom4j.io.SAXReader
import scala.xml.XML

class Feeds {
  def tree(in: InputStream) = {
    val factory = DocumentBuilderFactory.newInstance()
    factory.newDocumentBuilder().parse(in) // pave: expect xml-entities
  }

  def stream(text: String) =
    XMLInputFactory.newInstance().createXMLStreamReader(new StringReader(text)) // pave: expect xml-entities

  def dom4j(text: String) = new SAXReader().read(new StringReader(text)) // pave: expect xml-entities

  def scalaXml(text: String) = {
    val parser = SAXParserFactory.newInstance().newSAXParser()
    XML.withSAXParser(parser).loadString(text) // pave: expect xml-entities
  }
}
