import java.io.File;
import java.io.FileWriter;
import java.io.IOException;

class Letters {
    File folder() throws IOException {
        File folder = File.createTempFile("letters", "");
        folder.delete();
        folder.mkdir(); // pave: expect temporary-name
        return folder;
    }

    File guava() {
        return com.google.common.io.Files.createTempDir(); // pave: expect temporary-name
    }

    FileWriter fixed() throws IOException {
        return new FileWriter("/tmp/letters.txt"); // pave: expect temporary-name
    }
}
