import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/wards")
class Wards {
    private final String folder = "wards";

    @GetMapping("/welcome")
    String welcome(@RequestParam String lang) {
        return "wards/" + lang + "/welcome"; // pave: expect view-name
    }

    @GetMapping("/part")
    String part(@RequestParam String section) {
        return "welcome :: " + section; // pave: expect view-name
    }

    @PostMapping("/page/{name}")
    String page(@PathVariable("name") String name) throws Exception {
        String view = String.format("%s/%s", folder, name);
        return view; // pave: expect view-name
    }

    @GetMapping("/model")
    ModelAndView model(@RequestParam String lang) {
        ModelAndView answer = new ModelAndView();
        answer.setViewName("wards/" + lang); // pave: expect view-name
        return answer;
    }
}
