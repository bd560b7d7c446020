import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Letters {
    Path folder() throws IOException {
        return Files.createTempDirectory("letters");
    }

    File file() throws IOException {
        File file = File.createTempFile("letters", ".txt");
        file.deleteOnExit();
        return file;
    }

    FileReader read() throws IOException {
        return new FileReader("/tmp/letters.txt");
    }
}
