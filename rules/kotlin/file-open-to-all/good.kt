import android.content.Context
import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

fun own(file: File) {
    file.setWritable(true)
    file.setReadable(true, false)
}

fun rights(file: Path) {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"))
}

fun settings(context: Context) = context.getSharedPreferences("ward", Context.MODE_PRIVATE)
