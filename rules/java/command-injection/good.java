package clinic;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;

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
