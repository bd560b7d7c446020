import android.content.Context;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

class Export {
    void own(File file) {
        file.setWritable(true, true);
        file.setReadable(true, false);
    }

    void rights(Path file) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    void add(Set<PosixFilePermission> rights) {
        rights.add(PosixFilePermission.OWNER_WRITE);
        rights.remove(PosixFilePermission.OTHERS_WRITE);
    }

    Object settings(Context context) {
        return context.getSharedPreferences("ward", Context.MODE_PRIVATE);
    }
}
