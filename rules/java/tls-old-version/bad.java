package clinic;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

class Wire {
    SSLContext old() throws GeneralSecurityException {
        return SSLContext.getInstance("TLSv1.1"); // pave: expect tls-old-version
    }

    SSLContext older() throws GeneralSecurityException {
        return javax.net.ssl.SSLContext.getInstance("SSLv3", "SunJSSE"); // pave: expect tls-old-version
    }

    void settings() {
        System.setProperty("https.protocols", "TLSv1,TLSv1.2"); // pave: expect tls-old-version
    }

    Object parameters(String[] suites) {
        return new javax.net.ssl.SSLParameters(suites, new String[] {"TLSv1.1", "TLSv1.2"}); // pave: expect tls-old-version
    }
}
