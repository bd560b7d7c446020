package clinic;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import javax.servlet.http.HttpServletRequest;

class Images {
    InputStream fetch(HttpServletRequest request) throws IOException {
        int number = Integer.parseInt(request.getParameter("image"));
        return new URL("https://images.example/" + number).openStream();
    }
}
