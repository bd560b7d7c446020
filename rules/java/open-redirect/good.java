package clinic;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Exit {
    void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = "ward".equals(request.getParameter("next")) ? "/ward" : "/";
        response.sendRedirect(next);
    }
}
