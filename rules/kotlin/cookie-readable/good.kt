import javax.servlet.http.Cookie
import javax.servlet.http.HttpServletResponse

fun remember(response: HttpServletResponse, value: String) {
    val cookie = Cookie("session-id", value)
    cookie.secure = true
    cookie.isHttpOnly = true
    response.addCookie(cookie)
}

fun theme(response: HttpServletResponse, value: String) {
    val cookie = Cookie("theme", value)
    cookie.secure = true
    response.addCookie(cookie)
}
