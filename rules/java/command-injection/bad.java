package clinic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.*;

class Reports {
    void print(HttpServletRequest request) throws IOException {
        String name = request.getParameter("name");
        Runtime.getRuntime().exec("lp /reports/" + name); // pave: expect command-injection
    }

    void convert(HttpServletRequest request) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("sh");
        command.add("-c");
        command.add("convert " + request.getParameter("file"));
        ProcessBuilder builder = new ProcessBuilder();
        builder.command(command); // pave: expect command-injection
        builder.start();
    }
}

@RestController
class Traced {
    @GetMapping("/trace")
    Process trace(@RequestParam String host) throws Exception {
        return new ProcessBuilder("bash", "-c", "traceroute " + host).start(); // pave: expect command-injection
    }

    @GetMapping("/tool")
    Process tool(@RequestParam String tool) throws Exception {
        return new ProcessBuilder(tool, "--version").start(); // pave: expect command-injection
    }
}

class Started {
    public static void main(String[] arguments) throws Exception {
        new ProcessBuilder("/bin/sh", "-c", "wc -l " + arguments[0]).start(); // pave: expect command-injection
    }
}
