package clinic;

import java.io.File;
import java.io.IOException;

class Letters {
    void check(File folder, File file) throws IOException {
        if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath() + File.separator)) {
            throw new IOException("outside");
        }
    }

    boolean kept(File folder, File file) throws IOException {
        String inside = folder.getCanonicalPath() + "/";
        return file.getCanonicalPath().startsWith(inside);
    }

    boolean paths(File folder, File file) throws IOException {
        return file.getCanonicalFile().toPath().startsWith(folder.getCanonicalFile().toPath());
    }

    boolean named(File file) throws IOException {
        return file.getCanonicalPath().startsWith("/srv/letters/");
    }
}
