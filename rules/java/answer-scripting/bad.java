import javax.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Greeting {
    @GetMapping("/hello")
    String hello(@RequestParam String name) {
        return "Hello, " + name; // pave: expect answer-scripting
    }

    @GetMapping("/ward")
    ResponseEntity<String> ward(@RequestParam("name") String name) {
        return ResponseEntity.ok(String.format("<h1>%s</h1>", name)); // pave: expect answer-scripting
    }
}

@RestController
class Bound {
    @GetMapping("/bound")
    String bound(String name) {
        return "Hello, " + name; // pave: expect answer-scripting
    }
}

@Controller
class Pages {
    @RequestMapping("/echo")
    @ResponseBody
    String echo(HttpServletRequest request) {
        String text = request.getParameter("text");
        return "<p>" + text + "</p>"; // pave: expect answer-scripting
    }
}
