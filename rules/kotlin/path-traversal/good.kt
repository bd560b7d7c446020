import io.ktor.server.application.call
import java.io.File
import org.springframework.web.bind.annotation.PathVariable

class Files {
    fun read(@PathVariable name: String): String {
        return File("/srv/letters/" + FilenameUtils.getName(name)).readText()
    }

    fun numbered(@PathVariable id: Long): String {
        return File("/srv/letters/$id.txt").readText()
    }
}
