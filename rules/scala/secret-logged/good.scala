package clinic

import org.slf4j.LoggerFactory

class Logins {
  private val log = LoggerFactory.getLogger(getClass)

  def login(user: User, password: String, token: String): Unit = {
    log.info("login of {}", user.name)
    log.info(s"password of ${user.name} was changed")
    log.info(s"length ${password.length}")
    log.debug(s"unexpected token $token")
    log.debug("hash {}", digest(password))
    dialog.info(password)
  }
}
