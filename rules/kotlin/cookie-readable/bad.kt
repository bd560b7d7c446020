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

suspend fun started(call: ApplicationCall, id: String) {
    call.response.cookies.append("session_id", id) // pave: expect cookie-readable
    call.response.cookies.append("auth_token", id, httpOnly = false) // pave: expect cookie-readable
}
