import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseCookie;

class Login {
    void remember(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("session-id", value);
        cookie.setSecure(true);
        response.addCookie(cookie); // pave: expect cookie-readable
    }

    void open(HttpServletResponse response, String value) {
        Cookie cookie = new Cookie("ward", value);
        cookie.setSecure(true);
        cookie.setHttpOnly(false); // pave: expect cookie-readable
        response.addCookie(cookie);
    }

    ResponseCookie reactive(String value) {
        return ResponseCookie.from("auth_token", value).secure(true).build(); // pave: expect cookie-readable
    }

    void byHand(HttpServletResponse response, String value) {
        response.addHeader("Set-Cookie", "token=" + value + "; Secure"); // pave: expect cookie-readable
    }
}

class Made {
    Cookie made(String id) {
        String name = "session";
        Cookie cookie = new Cookie(name, id);
        cookie.setSecure(true);
        return cookie;
    }

    Cookie flagged(String name, String id, boolean hidden) {
        Cookie cookie = new Cookie(name, id);
        cookie.setHttpOnly(hidden); // pave: expect cookie-readable
        return cookie;
    }

    void send(HttpServletResponse response, String id) {
        response.addCookie(made(id)); // pave: expect cookie-readable
        response.addCookie(flagged("session", id, false));
    }
}
