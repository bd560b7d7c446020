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

class Made {
    Cookie made(String id) {
        Cookie cookie = new Cookie("session", id);
        cookie.setHttpOnly(true);
        return cookie;
    }

    Cookie flagged(String name, String id, boolean secure) {
        Cookie cookie = new Cookie(name, id);
        cookie.setSecure(secure); // pave: expect cookie-insecure
        return cookie;
    }

    void send(HttpServletResponse response, String id) {
        response.addCookie(made(id)); // pave: expect cookie-insecure
        response.addCookie(flagged("session", id, false));
    }

    Object elsewhere(String id) {
        return new javax.ws.rs.core.NewCookie("session", id, "/", null, 1, null, 3600, false); // pave: expect cookie-insecure
    }

    void settings(javax.servlet.ServletContext context) {
        context.getSessionCookieConfig().setSecure(false); // pave: expect cookie-insecure
    }
}
