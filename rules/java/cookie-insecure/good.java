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

class Made {
    Cookie made(String id) {
        Cookie cookie = new Cookie("session", id);
        cookie.setSecure(true);
        return cookie;
    }

    Cookie flagged(String name, String id, boolean secure) {
        Cookie cookie = new Cookie(name, id);
        cookie.setSecure(secure);
        return cookie;
    }

    Cookie gone() {
        Cookie cookie = new Cookie("session", "");
        cookie.setMaxAge(0);
        return cookie;
    }

    void send(HttpServletResponse response, javax.servlet.http.HttpServletRequest request, String id) {
        response.addCookie(made(id));
        response.addCookie(flagged("session", id, true));
        response.addCookie(flagged("session", id, request.isSecure()));
        response.addCookie(gone());
    }
}

class Configured {
    void send(HttpServletResponse response, String id, boolean isOn) {
        Cookie cookie = new Cookie("session", id);
        if (isOn) {
            cookie.setSecure(true);
        }
        response.addCookie(cookie);
    }
}
