package clinic;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    void login(User user, String password, String token, Form form) {
        LOG.info("login of {}", user.getName());
        LOG.info("password of {} was changed", user.getName());
        LOG.info("length {}", password.length());
        LOG.debug("unexpected token " + token);
        LOG.debug("hash {}", digest(password));
        LOG.debug("no password: {}", password == null);
        form.error(password);
        dialog.info(password);
    }
}

class Kinds {
    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Kinds.class);

    void handle(Request request) {
        ApiKind apiKey = request.kind();
        LOG.debug("handling {}", apiKey);
    }
}
