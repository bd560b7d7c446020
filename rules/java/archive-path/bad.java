import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

class Scans {
    void unzip(ZipInputStream zip, Path folder) throws IOException {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
            Path to = folder.resolve(entry.getName());
            Files.copy(zip, to); // pave: expect archive-path
        }
    }

    void each(ZipFile zip, File folder) throws IOException {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            File to = new File(folder, entry.getName());
            try (OutputStream out = new FileOutputStream(to)) { // pave: expect archive-path
                zip.getInputStream(entry).transferTo(out);
            }
        }
    }

    void untar(TarArchiveInputStream tar, File folder) throws IOException {
        TarArchiveEntry entry = tar.getNextTarEntry();
        String name = folder + File.separator + entry.getName();
        tar.transferTo(new FileOutputStream(name)); // pave: expect archive-path
    }
}

class Streamed {
    void all(ZipFile zip, java.nio.file.Path folder) {
        zip.stream().filter(e -> !e.isDirectory()).forEach(entry -> {
            java.nio.file.Files.copy(zip.getInputStream(entry), folder.resolve(entry.getName())); // pave: expect archive-path
        });
    }
}
