import io.ktor.server.application.call
import javax.servlet.http.HttpServletRequest
import javax.servlet.http.HttpServletResponse

fun Route.login() {
    get("/login") {
        call.respondRedirect(call.request.queryParameters["next"]!!) // pave: expect open-redirect
    }
}

class Old {
    fun go(request: HttpServletRequest, response: HttpServletResponse) {
        response.sendRedirect(request.getParameter("next")) // pave: expect open-redirect
    }
}
