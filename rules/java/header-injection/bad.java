import javax.mail.internet.MimeMessage;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Download {
    void name(HttpServletRequest request, HttpServletResponse response) {
        String file = request.getParameter("file");
        response.setHeader("Content-Disposition", "attachment; filename=" + file); // pave: expect header-injection
    }

    void language(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Content-Language", request.getParameter("lang")); // pave: expect header-injection
    }

    void half(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("X-Ward", request.getParameter("ward").replace('\n', ' ')); // pave: expect header-injection
    }

    void remember(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie("ward", request.getParameter("ward")); // pave: expect header-injection
        cookie.setSecure(true);
        response.addCookie(cookie);
    }

    void mail(HttpServletRequest request, MimeMessage mail) throws Exception {
        mail.setHeader("Reply-To", request.getParameter("from")); // pave: expect header-injection
    }
}
