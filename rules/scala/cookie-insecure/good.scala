import play.api.mvc.Cookie

class Cookies {
  def sealed(id: String) = Cookie("sid", id, secure = true, httpOnly = true)

  def servlet(cookie: javax.servlet.http.Cookie): Unit = cookie.setSecure(true)
}
