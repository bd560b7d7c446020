import org.springframework.stereotype.Controller
import org.springframework.ui.Model
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.bind.annotation.ResponseBody
import org.springframework.web.bind.annotation.RestController

@Controller
class Wards {
    @GetMapping("/welcome")
    fun welcome(@RequestParam lang: String, model: Model): String {
        model.addAttribute("lang", lang)
        return "wards/welcome"
    }

    @GetMapping("/listed")
    fun listed(@RequestParam lang: String): String {
        if (lang !in listOf("de", "en")) {
            return "wards/unknown"
        }
        return "wards/$lang/welcome"
    }

    @GetMapping("/away/{id}")
    fun away(@PathVariable id: String): String = "redirect:/wards/$id"

    @GetMapping("/page/{page}")
    fun page(@PathVariable page: Int): String = "wards/page$page"

    @GetMapping("/text")
    @ResponseBody
    fun text(@RequestParam name: String): String = "name: $name"
}

@RestController
class Data {
    @GetMapping("/data")
    fun data(@RequestParam name: String): String = "name: $name"
}
