import io.ktor.server.application.call

fun Route.login() {
    get("/login") {
        val seen = call.request.queryParameters["next"]
        call.respondRedirect("/home")
    }
}
