import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController
class Greeting {
    Wards wards;

    @GetMapping(value = "/plain", produces = MediaType.TEXT_PLAIN_VALUE)
    String plain(@RequestParam String name) {
        return "Hello, " + name;
    }

    @GetMapping("/escaped")
    String escaped(@RequestParam String name) {
        return "Hello, " + HtmlUtils.htmlEscape(name);
    }

    @GetMapping("/object")
    Ward object(@RequestParam String name) {
        return new Ward(name);
    }

    @GetMapping("/service")
    String service(@RequestParam String name) {
        return wards.describe(name);
    }
}

@Controller
class Pages {
    @GetMapping("/view")
    String view(@RequestParam String name) {
        return "wards/" + name;
    }
}
