package clinic;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

class Wire {
    SSLContext modern() throws GeneralSecurityException {
        return SSLContext.getInstance("TLSv1.3");
    }

    SSLContext platform() throws GeneralSecurityException {
        return SSLContext.getInstance("TLS");
    }
}
