import javax.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Login {
    private static final Logger log = LoggerFactory.getLogger(Login.class);

    void failed(HttpServletRequest request) {
        String user = request.getParameter("user");
        log.warn("login failed for " + user.replaceAll("[\r\n]", "_"));
        log.info("login from page {}", Integer.parseInt(request.getParameter("page")));
        log.info("login from {}", request.getHeader("User-Agent"));
        log.info("login of length {}", user.length());
        if (user.matches("\\w{1,20}")) {
            log.info("login failed for {}", user);
        }
    }
}
