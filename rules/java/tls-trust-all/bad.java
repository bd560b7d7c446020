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

class Forgetful implements javax.net.ssl.X509TrustManager {
    private javax.net.ssl.X509TrustManager next;

    public void checkClientTrusted(X509Certificate[] chain, String kind) throws java.security.cert.CertificateException {
        next.checkClientTrusted(chain, kind);
    }

    public void checkServerTrusted(X509Certificate[] chain, String kind) { // pave: expect tls-trust-all
        try {
            next.checkServerTrusted(chain, kind);
        } catch (java.security.cert.CertificateException e) {
            System.err.println(e);
        }
    }

    public X509Certificate[] getAcceptedIssuers() {
        return null;
    }
}

class MoreClients {
    void open(javax.net.ssl.HttpsURLConnection connection, javax.net.ssl.SSLParameters parameters, org.apache.http.ssl.SSLContextBuilder builder) throws Exception {
        connection.setHostnameVerifier((host, session) -> { // pave: expect tls-trust-all
            System.out.println("to " + host);
            return true;
        });
        parameters.setEndpointIdentificationAlgorithm(""); // pave: expect tls-trust-all
        builder.loadTrustMaterial(null, new org.apache.http.conn.ssl.TrustSelfSignedStrategy()); // pave: expect tls-trust-all
        org.apache.http.ssl.TrustStrategy any = (chain, kind) -> true; // pave: expect tls-trust-all
        new io.vertx.core.net.NetClientOptions().setTrustAll(true); // pave: expect tls-trust-all
    }
}
