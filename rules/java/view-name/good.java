import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;

@Controller
class Wards {
    private static final Set<String> LANGUAGES = Set.of("de", "en");

    @GetMapping("/welcome")
    String welcome(@RequestParam String lang, Model model) {
        model.addAttribute("lang", lang);
        return "wards/welcome";
    }

    @GetMapping("/listed")
    String listed(@RequestParam String lang) {
        if (!LANGUAGES.contains(lang)) {
            return "wards/unknown";
        }
        return "wards/" + lang + "/welcome";
    }

    @GetMapping("/away/{id}")
    String away(@PathVariable String id) {
        return "redirect:/wards/" + id;
    }

    @GetMapping("/built/{id}")
    String built(@PathVariable String id) {
        String target = "redirect:/wards/";
        target += id;
        return target;
    }

    @GetMapping("/numbered/{page}")
    String numbered(@PathVariable int page) {
        return "wards/page" + page;
    }

    @GetMapping("/text")
    @ResponseBody
    String text(@RequestParam String name) {
        return "name: " + name;
    }
}

@RestController
class Data {
    @GetMapping("/data")
    String data(@RequestParam String name) {
        return "name: " + name;
    }
}
