import android.content.Context
import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

fun open(file: File) {
    file.setWritable(true, false) // pave: expect file-open-to-all
}

fun rights(file: Path) {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx")) // pave: expect file-open-to-all
}

fun settings(context: Context) = context.getSharedPreferences("ward", Context.MODE_WORLD_READABLE) // pave: expect file-open-to-all
