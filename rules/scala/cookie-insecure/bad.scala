import play.api.mvc.Cookie

class Cookies {
  def plain(id: String) = Cookie("sid", id, secure = false, httpOnly = true) // pave: expect cookie-insecure

  def servlet(cookie: javax.servlet.http.Cookie): Unit = cookie.setSecure(false) // pave: expect cookie-insecure
}
