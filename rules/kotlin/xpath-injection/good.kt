import javax.xml.xpath.XPath
import org.springframework.web.bind.annotation.RequestParam

class Letters {
    fun find(path: XPath, letters: Any, @RequestParam name: String): String {
        path.setXPathVariableResolver { name }
        return path.evaluate("//letter[to=\$name]", letters)
    }

    fun numbered(path: XPath, letters: Any, @RequestParam number: String): String {
        return path.evaluate("//letter[" + number.toInt() + "]", letters)
    }
}
