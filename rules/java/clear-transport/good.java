package clinic;

import java.io.InputStream;
import java.net.URL;

class Fetch {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";

    InputStream sealed() throws Exception {
        return new URL("https://records.clinic.health/list").openStream();
    }

    InputStream here() throws Exception {
        return new URL("http://localhost:8080/health").openStream();
    }

    InputStream beside() throws Exception {
        return new URL("http://records:8080/health").openStream();
    }

    String root() {
        return NAMESPACE;
    }
}
