import io.ktor.http.ContentType
import io.ktor.server.application.call

fun Route.hello() {
    get("/hello") {
        val name = call.request.queryParameters["name"] ?: ""
        call.respondText("<h1>${name.escapeHTML()}</h1>", ContentType.Text.Html)
    }
    get("/plain") {
        call.respondText(call.request.queryParameters["name"] ?: "")
    }
}
