package clinic;

import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;

class Session {
    void begin(HttpServletResponse response, String id) {
        Cookie cookie = new Cookie("session", id);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }

    void set(HttpServletResponse response, String id, boolean isSecure) {
        Cookie cookie = new Cookie("session", id);
        cookie.setSecure(isSecure);
        response.addCookie(cookie);
    }

    void end(HttpServletResponse response) {
        Cookie cookie = new Cookie("session", "");
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }
}
