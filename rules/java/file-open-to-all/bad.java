import android.content.Context;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

class Export {
    void open(File file) {
        file.setWritable(true, false); // pave: expect file-open-to-all
    }

    void rights(Path file) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx")); // pave: expect file-open-to-all
    }

    void add(Set<PosixFilePermission> rights) {
        rights.add(PosixFilePermission.OTHERS_WRITE); // pave: expect file-open-to-all
    }

    void command(String file) throws Exception {
        Runtime.getRuntime().exec("chmod 777 " + file); // pave: expect file-open-to-all
    }

    Object settings(Context context) {
        return context.getSharedPreferences("ward", Context.MODE_WORLD_READABLE); // pave: expect file-open-to-all
    }
}
