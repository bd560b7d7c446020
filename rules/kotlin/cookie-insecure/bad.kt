import javax.servlet.http.Cookie

class Cookies {
    fun old(session: String): Cookie {
        val cookie = Cookie("session", session)
        cookie.secure = false // pave: expect cookie-insecure
        return cookie
    }

    fun ktor(call: ApplicationCall, session: String) {
        call.response.cookies.append("session", session, secure = false) // pave: expect cookie-insecure
    }
}

fun spring() = ResponseCookie.from("session", "1").secure(false).build() // pave: expect cookie-insecure

class Applied {
    fun plain(id: String) = Cookie("sid", id).apply {
        path = "/"
        secure = false // pave: expect cookie-insecure
    }
}

suspend fun started(call: ApplicationCall, id: String) {
    call.response.cookies.append("session_id", id) // pave: expect cookie-insecure
}
