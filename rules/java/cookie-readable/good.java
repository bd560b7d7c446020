import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseCookie;

class Login {
    void remember(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session-id", value);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }

    void leave(HttpServletResponse response) {
        Cookie cookie = new Cookie("session-id", "");
        cookie.setSecure(true);
        cookie.setMaxAge(0);
        response.addCookie(cookie);
    }

    void theme(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("theme", value);
        cookie.setSecure(true);
        response.addCookie(cookie);
    }

    void forgery(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("csrf-token", value);
        cookie.setSecure(true);
        response.addCookie(cookie);
    }

    ResponseCookie reactive(String value) {
        return ResponseCookie.from("auth_token", value).secure(true).httpOnly(true).build();
    }

    void byHand(HttpServletResponse response, String value) {
        response.addHeader("Set-Cookie", "token=" + value + "; Secure; HttpOnly");
    }
}

class Made {
    Cookie made(String id) {
        Cookie cookie = new Cookie("session", id);
        cookie.setHttpOnly(true);
        return cookie;
    }

    Cookie flagged(String name, String id, boolean hidden) {
        Cookie cookie = new Cookie(name, id);
        cookie.setHttpOnly(hidden);
        return cookie;
    }

    void send(HttpServletResponse response, String id) {
        response.addCookie(made(id));
        response.addCookie(flagged("session", id, true));
    }
}

class Configured {
    void send(HttpServletResponse response, String id, boolean isOn) {
        Cookie cookie = new Cookie("session", id);
        if (isOn) {
            cookie.setHttpOnly(true);
        }
        response.addCookie(cookie);
    }
}
