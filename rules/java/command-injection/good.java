package clinic;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.*;

class Reports {
    void print(HttpServletRequest request) throws IOException {
        String printer = "ward".equals(request.getParameter("printer")) ? "ward" : "office";
        new ProcessBuilder("lp", "-d", printer, "/reports/today").start();
    }

    void pages(HttpServletRequest request) throws IOException {
        int pages = Integer.parseInt(request.getParameter("pages"));
        Runtime.getRuntime().exec("lp -n " + pages + " /reports/today");
    }
}

@RestController
class Traced {
    @GetMapping("/trace")
    Process trace(@RequestParam String host) throws Exception {
        return new ProcessBuilder("traceroute", "--", host).start();
    }

    @GetMapping("/ping")
    Process ping(@RequestParam String host) throws Exception {
        return Runtime.getRuntime().exec(new String[] {"/bin/ping", "-c", "1", host});
    }
}

class Started {
    public static void main(String[] arguments) throws Exception {
        new ProcessBuilder(arguments[0], "--version").start();
        new ProcessBuilder("/bin/sh", "-c", "wc -l *").start();
    }
}
