package clinic;

import java.io.File;
import java.io.IOException;

class Letters {
    void check(File folder, File file) throws IOException {
        if (!file.getCanonicalPath().startsWith(folder.getCanonicalPath())) { // pave: expect partial-path
            throw new IOException("outside");
        }
    }

    boolean kept(File folder, File file) throws IOException {
        String inside = folder.getCanonicalPath();
        String path = file.getCanonicalPath();
        return path.startsWith(inside); // pave: expect partial-path
    }
}
