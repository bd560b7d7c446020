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

suspend fun started(call: ApplicationCall, id: String) {
    call.response.cookies.append("session_id", id, secure = true, httpOnly = true)
    call.response.cookies.append("theme", "dark", httpOnly = true)
}
