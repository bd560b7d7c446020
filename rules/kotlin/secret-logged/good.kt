package clinic

import org.slf4j.LoggerFactory

class Logins {
    private val log = LoggerFactory.getLogger(javaClass)

    fun login(user: User, password: String, token: String) {
        log.info("login of {}", user.name)
        log.info("password of ${user.name} was changed")
        log.info("length ${password.length}")
        log.debug("unexpected token $token")
        log.debug("hash {}", digest(password))
        dialog.info(password)
    }
}
