import io.ktor.server.application.call
import org.springframework.web.bind.annotation.RequestParam

class Tools {
    fun ping(@RequestParam host: String) {
        Runtime.getRuntime().exec("ping -c 1 $host") // pave: expect command-injection
    }

    fun shell(@RequestParam script: String) {
        ProcessBuilder("sh", "-c", script).start() // pave: expect command-injection
    }
}
