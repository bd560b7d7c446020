import org.springframework.stereotype.Controller
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.RequestParam
import org.springframework.web.servlet.ModelAndView

@Controller
class Wards {
    @GetMapping("/welcome")
    fun welcome(@RequestParam lang: String): String {
        return "wards/$lang/welcome" // pave: expect view-name
    }

    @GetMapping("/part")
    fun part(@RequestParam section: String): String = "welcome :: " + section // pave: expect view-name

    @GetMapping("/model")
    fun model(@RequestParam lang: String): ModelAndView {
        return ModelAndView("wards/" + lang) // pave: expect view-name
    }
}
