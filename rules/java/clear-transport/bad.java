package clinic;

import java.io.InputStream;
import java.net.URL;

class Fetch {
    private static final String HOME = "http://records.clinic.health/";

    InputStream plain() throws Exception {
        return new URL("http://records.clinic.health/list").openStream(); // pave: expect clear-transport
    }

    InputStream joined(String id) throws Exception {
        URL url = new URL(HOME + id); // pave: expect clear-transport
        return url.openStream();
    }
}
