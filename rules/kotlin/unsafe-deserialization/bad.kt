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

class Store(private val kryo: Kryo) {
    fun hessian(request: HttpServletRequest): Any = Hessian2Input(request.inputStream) // pave: expect unsafe-deserialization

    fun yaml(request: HttpServletRequest): Any = YamlReader(request.reader) // pave: expect unsafe-deserialization
}
