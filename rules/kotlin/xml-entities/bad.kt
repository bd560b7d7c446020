import java.io.InputStream
import javax.xml.parsers.DocumentBuilderFactory
import javax.xml.parsers.SAXParserFactory
import javax.xml.stream.XMLInputFactory

fun read(input: InputStream): Any {
    val factory = DocumentBuilderFactory.newInstance()
    val builder = factory.newDocumentBuilder()
    return builder.parse(input) // pave: expect xml-entities
}

fun stream(input: InputStream): Any {
    val factory = XMLInputFactory.newInstance()
    return factory.createXMLStreamReader(input) // pave: expect xml-entities
}

fun events(input: InputStream, handler: Handler) {
    SAXParserFactory.newInstance().newSAXParser().parse(input, handler) // pave: expect xml-entities
}
