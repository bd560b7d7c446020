import javax.servlet.http.Cookie

class Cookies {
    fun old(session: String): Cookie {
        val cookie = Cookie("session", session)
        cookie.secure = true
        return cookie
    }
}
