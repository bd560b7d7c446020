import java.io.File
import kotlin.io.path.createTempDirectory
import kotlin.io.path.createTempFile

fun folder() = createTempDirectory("letters")

fun file() = createTempFile("letters", ".txt")

fun read(): String = File("/tmp/letters.txt").readText()
