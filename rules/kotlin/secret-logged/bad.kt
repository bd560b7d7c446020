package clinic

import org.slf4j.LoggerFactory

class Logins {
    private val log = LoggerFactory.getLogger(javaClass)

    fun login(user: User, password: String, settings: Settings) {
        log.info("login with {}", password) // pave: expect secret-logged
        log.debug("login of ${user.name} with $password") // pave: expect secret-logged
        log.warn("key " + settings.apiKey) // pave: expect secret-logged
        log.error("password=${user.password}") // pave: expect secret-logged
        Timber.d("token $accessToken") // pave: expect secret-logged
    }
}
