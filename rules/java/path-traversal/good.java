package clinic;

import java.nio.file.Paths;
import java.nio.file.Path;
import java.nio.file.Files;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.http.HttpServletRequest;
import org.apache.commons.io.FilenameUtils;

class Scans {
    InputStream open(HttpServletRequest request) throws IOException {
        String name = FilenameUtils.getName(request.getParameter("name"));
        return new FileInputStream("/scans/" + name);
    }

    InputStream byNumber(HttpServletRequest request) throws IOException {
        long number = Long.parseLong(request.getParameter("number"));
        return new FileInputStream("/scans/" + number + ".dcm");
    }

    /* Put straight first, and then looked at. */
    InputStream within(HttpServletRequest request) throws IOException {
        File scan = new File("/scans", request.getParameter("name"));
        if (!scan.getCanonicalPath().startsWith("/scans/")) {
            throw new IOException("outside");
        }
        return new FileInputStream(scan);
    }

    byte[] inside(HttpServletRequest request) throws IOException {
        Path scan = Paths.get("/scans").resolve(request.getParameter("name")).normalize();
        if (!scan.startsWith("/scans")) {
            return null;
        }
        return Files.readAllBytes(scan);
    }

    byte[] noDots(HttpServletRequest request) throws IOException {
        String name = request.getParameter("name");
        if (name.contains("..") || name.contains("/")) {
            throw new IOException("a name alone");
        }
        return Files.readAllBytes(Paths.get("/scans", name));
    }
}
