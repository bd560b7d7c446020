import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Download {
    void name(HttpServletRequest request, HttpServletResponse response) {
        String file = URLEncoder.encode(request.getParameter("file"), StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=" + file);
    }

    void language(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Content-Language", request.getParameter("lang").replaceAll("[\r\n]", ""));
    }

    void letters(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("X-Ward", request.getParameter("ward").replaceAll("[^a-zA-Z]", ""));
    }

    void page(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("X-Page", String.valueOf(Integer.parseInt(request.getParameter("page"))));
    }

    void trace(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Request-Id", request.getHeader("X-Request-Id"));
    }
}
