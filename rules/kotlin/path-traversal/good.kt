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

/* Put straight first, and then looked at. */
class Letters {
    fun within(@PathVariable name: String): String {
        val file = File("/srv/letters", name).canonicalFile
        if (!file.path.startsWith("/srv/letters/")) throw SecurityException("outside")
        return file.readText()
    }

    fun noDots(@PathVariable name: String): String {
        require(!name.contains(".."))
        return File("/srv/letters/$name").readText()
    }
}
