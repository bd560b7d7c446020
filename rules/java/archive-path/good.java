import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

class Scans {
    void unzip(ZipInputStream zip, Path folder) throws IOException {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            Path to = folder.resolve(entry.getName()).normalize();
            if (!to.startsWith(folder)) {
                throw new IOException("leads out of the folder");
            }
            Files.copy(zip, to);
        }
    }

    void flat(ZipInputStream zip, File folder) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        File to = new File(folder, new File(entry.getName()).getName());
        zip.transferTo(new FileOutputStream(to));
    }

    void list(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        System.out.println(entry.getName());
    }

    void helped(ZipInputStream zip, Path folder) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        Files.copy(zip, safeResolve(folder, entry.getName()));
    }

    void checked(ZipInputStream zip, File folder) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        File to = new File(folder, entry.getName());
        ensureInside(folder, to);
        zip.transferTo(new FileOutputStream(to));
    }
}
