package clinic;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Exit {
    void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = "ward".equals(request.getParameter("next")) ? "/ward" : "/";
        response.sendRedirect(next);
    }

    /* A path of this site, and not the name of another after "//". */
    void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        if (!next.startsWith("/") || next.startsWith("//")) {
            next = "/";
        }
        response.sendRedirect(next);
    }

    void onward(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        if (next.startsWith("/") && !next.startsWith("//")) {
            response.sendRedirect(next);
        }
    }
}
