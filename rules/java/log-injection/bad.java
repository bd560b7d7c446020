import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Login {
    private static final Logger log = LoggerFactory.getLogger(Login.class);
    private static final java.util.logging.Logger old = java.util.logging.Logger.getLogger("login");

    void failed(HttpServletRequest request) {
        String user = request.getParameter("user");
        log.warn("login failed for " + user); // pave: expect log-injection
        log.info("login failed for {}", user); // pave: expect log-injection
        old.warning("login failed for " + user); // pave: expect log-injection
    }
}
