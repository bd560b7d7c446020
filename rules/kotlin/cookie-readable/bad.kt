import javax.servlet.http.Cookie
import javax.servlet.http.HttpServletResponse

fun remember(response: HttpServletResponse, value: String) {
    val cookie = Cookie("session-id", value)
    cookie.secure = true
    response.addCookie(cookie) // pave: expect cookie-readable
}

fun open(cookie: Cookie) {
    cookie.isHttpOnly = false // pave: expect cookie-readable
}
