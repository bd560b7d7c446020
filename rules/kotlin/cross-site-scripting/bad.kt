import io.ktor.http.ContentType
import io.ktor.server.application.call
import javax.servlet.http.HttpServletRequest
import javax.servlet.http.HttpServletResponse

fun Route.hello() {
    get("/hello") {
        val name = call.request.queryParameters["name"]
        call.respondText("<h1>$name</h1>", ContentType.Text.Html) // pave: expect cross-site-scripting
    }
}

class Old {
    fun show(request: HttpServletRequest, response: HttpServletResponse) {
        response.writer.println("<p>" + request.getParameter("q")) // pave: expect cross-site-scripting
    }
}
