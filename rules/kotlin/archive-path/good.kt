import java.io.File
import java.io.FileOutputStream
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipInputStream

fun unzip(zip: ZipInputStream, folder: Path) {
    val entry = zip.nextEntry
    val to = folder.resolve(entry.name).normalize()
    if (!to.startsWith(folder)) {
        throw SecurityException("leads out of the folder")
    }
    Files.copy(zip, to)
}

fun flat(entry: ZipEntry, zip: ZipInputStream, folder: File) {
    zip.copyTo(FileOutputStream(File(folder, File(entry.name).name)))
}

fun list(entry: ZipEntry) {
    println(entry.name)
}
