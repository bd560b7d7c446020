import javax.servlet.http.Cookie

class Cookies {
    fun old(session: String): Cookie {
        val cookie = Cookie("session", session)
        cookie.secure = true
        return cookie
    }
}

class Applied {
    fun sealed(id: String) = Cookie("sid", id).apply {
        path = "/"
        secure = true
    }

    fun other() = Channel().apply { secure = false }
}

suspend fun started(call: ApplicationCall, id: String) {
    call.response.cookies.append("session_id", id, secure = true, httpOnly = true)
    call.response.cookies.append("theme", "dark", httpOnly = true)
}
