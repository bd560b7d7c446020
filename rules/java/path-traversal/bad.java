package clinic;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

class Scans {
    InputStream open(HttpServletRequest request) throws IOException {
        return new FileInputStream("/scans/" + request.getParameter("name")); // pave: expect path-traversal
    }

    boolean has(HttpServletRequest request) {
        return new File("/scans", request.getParameter("name")).exists(); // pave: expect path-traversal
    }

    byte[] read(HttpServletRequest request) throws IOException {
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals("last")) {
                return Files.readAllBytes(Paths.get("/scans/" + cookie.getValue())); // pave: expect path-traversal
            }
        }
        return null;
    }

    /* ".." comes after what it begins with. */
    byte[] beginsOnly(HttpServletRequest request) throws IOException {
        String name = request.getParameter("name");
        if (!name.startsWith("/scans/")) {
            throw new IOException("outside");
        }
        return Files.readAllBytes(Paths.get(name)); // pave: expect path-traversal
    }
}

class Verticle {
    void send(io.vertx.ext.web.RoutingContext context) {
        context.response().sendFile("/var/scans/" + context.pathParam("name")); // pave: expect path-traversal
    }
}
