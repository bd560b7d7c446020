import org.slf4j.LoggerFactory
import org.springframework.web.bind.annotation.*
import io.ktor.server.application.*
import io.ktor.server.routing.*

@RestController
class Visits {
    private val logger = LoggerFactory.getLogger(Visits::class.java)

    @GetMapping("/enter")
    fun enter(@RequestParam name: String): Int {
        logger.info("entered: $name") // pave: expect log-injection
        return 1
    }

    @GetMapping("/leave")
    fun leave(@RequestParam name: String): Int {
        logger.warn("left: {}", name) // pave: expect log-injection
        return 1
    }
}

fun Application.visits() {
    routing {
        get("/missing") {
            val page = call.request.queryParameters["page"]
            application.log.error("missing: " + page) // pave: expect log-injection
        }
    }
}
