import java.io.File
import java.io.FileOutputStream
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipInputStream

fun unzip(zip: ZipInputStream, folder: Path) {
    var entry = zip.nextEntry
    while (entry != null) {
        Files.copy(zip, folder.resolve(entry.name)) // pave: expect archive-path
        entry = zip.nextEntry
    }
}

fun one(entry: ZipEntry, zip: ZipInputStream, folder: File) {
    val to = File(folder, entry.name)
    zip.copyTo(FileOutputStream(to)) // pave: expect archive-path
}

fun two(entry: ZipEntry, zip: ZipInputStream, folder: File) {
    File(folder, entry.name).outputStream().use { zip.copyTo(it) } // pave: expect archive-path
}

fun sequence(zip: ZipInputStream, folder: File) {
    generateSequence { zip.nextEntry }.forEach { entry ->
        File(folder, entry.name).outputStream().use { zip.copyTo(it) } // pave: expect archive-path
    }
}

fun listed(zip: java.util.zip.ZipFile, folder: File) {
    zip.entries().asSequence().filter { !it.isDirectory }.forEach { entry ->
        File(folder, entry.name).outputStream().use { zip.getInputStream(entry).copyTo(it) } // pave: expect archive-path
    }
}
