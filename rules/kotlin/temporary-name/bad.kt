import java.io.File

fun folder(): File = createTempDir("letters") // pave: expect temporary-name

fun fixed(text: String) {
    File("/tmp/letters.txt").writeText(text) // pave: expect temporary-name
}
