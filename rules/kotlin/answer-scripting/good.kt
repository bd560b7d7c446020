import org.springframework.stereotype.Controller
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.RestController
import org.springframework.web.util.HtmlUtils

@RestController
class Greeting(private val wards: Wards) {
    @GetMapping("/plain", produces = ["text/plain"])
    fun plain(@RequestParam name: String): String {
        return "Hello, $name"
    }

    @GetMapping("/escaped")
    fun escaped(@RequestParam name: String): String = "Hello, " + HtmlUtils.htmlEscape(name)

    @GetMapping("/number")
    fun number(@RequestParam name: Int): String = "Hello, $name"

    @GetMapping("/service")
    fun service(@RequestParam name: String): String = wards.describe(name)
}

@Controller
class Pages {
    @GetMapping("/view")
    fun view(@RequestParam name: String): String = "wards/$name"
}
