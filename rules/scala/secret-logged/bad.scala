package clinic

import org.slf4j.LoggerFactory

class Logins {
  private val log = LoggerFactory.getLogger(getClass)

  def login(user: User, password: String, settings: Settings): Unit = {
    log.info("login with {}", password) // pave: expect secret-logged
    log.debug(s"login of ${user.name} with $password") // pave: expect secret-logged
    log.warn("key " + settings.apiKey) // pave: expect secret-logged
    log.error(s"password=${user.password}") // pave: expect secret-logged
  }
}
