package clinic;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Session {
    void begin(HttpServletResponse response, String id) {
        Cookie cookie = new Cookie("session", id);
        cookie.setSecure(false); // pave: expect cookie-insecure
        response.addCookie(cookie);
    }

    void unsaid(HttpServletResponse response, String id) {
        Cookie cookie = new Cookie("session", id);
        cookie.setHttpOnly(true);
        response.addCookie(cookie); // pave: expect cookie-insecure
    }
}
