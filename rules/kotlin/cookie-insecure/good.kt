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
