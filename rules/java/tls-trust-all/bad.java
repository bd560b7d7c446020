package clinic;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

class TrustAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {
    }

    @Override // pave: expect tls-trust-all
    public void checkServerTrusted(X509Certificate[] chain, String kind) {
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

class TrustAllToo implements X509TrustManager {
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("no clients here");
    }

    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException { // pave: expect tls-trust-all
    }

    public X509Certificate[] getAcceptedIssuers() {
        return null;
    }
}

class AnyHost implements HostnameVerifier {
    public boolean verify(String host, SSLSession session) { // pave: expect tls-trust-all
        return true;
    }
}

class Client {
    void open(HttpsURLConnection connection) {
        connection.setHostnameVerifier((host, session) -> true); // pave: expect tls-trust-all
    }

    HostnameVerifier none() {
        return NoopHostnameVerifier.INSTANCE; // pave: expect tls-trust-all
    }
}

class Settings {
    private static final String UNCHECKED = "com.sun.jndi.ldap.object.disableEndpointIdentification";

    void directory() {
        System.setProperty(UNCHECKED, Boolean.TRUE.toString()); // pave: expect tls-trust-all
    }

    Object mail(org.apache.commons.mail.Email mail) {
        return mail.setSSLCheckServerIdentity(false); // pave: expect tls-trust-all
    }
}

class Pages extends android.webkit.WebViewClient {
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) { // pave: expect tls-trust-all
        handler.proceed();
    }
}

class Mail {
    void settings(java.util.Properties settings) {
        settings.put("mail.smtp.ssl.trust", "*"); // pave: expect tls-trust-all
        settings.put("mail.smtp.ssl.checkserveridentity", "false"); // pave: expect tls-trust-all
    }
}
