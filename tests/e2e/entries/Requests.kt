import io.ktor.server.application.call

fun Application.module() {
    routing {
        get("/") {
            sink(call.parameters["a"]) // HIT
            sink(call.request.queryParameters["a"]) // HIT
            sink(call.receiveText()) // HIT
            sink(call.application)
        }
    }
}

class Orders(val service: Service) {
    @GetMapping("/x")
    fun find(@RequestParam name: String, @PathVariable id: String): String {
        sink(name) // HIT
        sink(id) // HIT
        sink(service)
        return name
    }
}
