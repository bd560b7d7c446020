import javax.xml.xpath.XPath
import javax.xml.xpath.XPathFactory
import org.springframework.web.bind.annotation.RequestParam

class Letters {
    fun find(path: XPath, letters: Any, @RequestParam name: String): String {
        return path.evaluate("//letter[to='$name']", letters) // pave: expect xpath-injection
    }

    fun compiled(@RequestParam name: String): Any {
        return XPathFactory.newInstance().newXPath().compile("//letter[to='" + name + "']") // pave: expect xpath-injection
    }
}
