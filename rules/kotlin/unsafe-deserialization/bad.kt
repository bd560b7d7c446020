import io.ktor.server.application.call
import java.io.ObjectInputStream
import javax.servlet.http.HttpServletRequest

class Intake {
    fun read(request: HttpServletRequest): Any {
        return ObjectInputStream(request.inputStream).readObject() // pave: expect unsafe-deserialization
    }
}

fun Route.intake() {
    post("/in") {
        val order = Yaml().load(call.receiveText()) // pave: expect unsafe-deserialization
    }
}
