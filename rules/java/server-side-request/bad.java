package clinic;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javax.servlet.http.HttpServletRequest;

class Images {
    InputStream fetch(HttpServletRequest request) throws IOException {
        return new URL(request.getParameter("image")).openStream(); // pave: expect server-side-request
    }

    /* Any host has TLS. */
    InputStream ofAnyHost(HttpServletRequest request) throws IOException {
        String image = request.getParameter("image");
        if (!image.startsWith("https://")) {
            throw new IOException("not https");
        }
        return new URL(image).openStream(); // pave: expect server-side-request
    }
}

class Addressed {
    Object read(javax.servlet.http.HttpServletRequest request) throws Exception {
        return new java.net.URI(request.getParameter("page")).toURL().openConnection(); // pave: expect server-side-request
    }
}
