package clinic;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Logins {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
    private final Logger log = LOG;

    void login(User user, String password, char[] passphrase, Settings settings) {
        LOG.info("login with {}", password); // pave: expect secret-logged
        LOG.debug("login of " + user.getName() + " with " + user.getPassword() + "."); // pave: expect secret-logged
        log.warn("key " + settings.apiKey); // pave: expect secret-logged
        log.error(String.format("wrong: %s / %s", user.getName(), password)); // pave: expect secret-logged
        this.log.trace("phrase {}", new String(passphrase)); // pave: expect secret-logged
    }

    void token(String accessToken) {
        android.util.Log.d("Logins", "token=" + accessToken); // pave: expect secret-logged
    }
}
