import io.ktor.server.application.call
import java.io.File
import java.nio.file.Paths
import org.springframework.web.bind.annotation.PathVariable

class Files {
    fun read(@PathVariable name: String): String {
        return File("/srv/letters/" + name).readText() // pave: expect path-traversal
    }

    fun path(@PathVariable name: String): Any {
        return Paths.get("/srv/letters", name) // pave: expect path-traversal
    }
}

fun Route.files() {
    get("/files/{name}") {
        call.respondFile(File("/srv/letters", call.parameters["name"]!!)) // pave: expect path-traversal
    }
}
