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
}
