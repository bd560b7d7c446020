package clinic;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;

class Pinned implements X509TrustManager {
    private final X509TrustManager base;

    Pinned(X509TrustManager base) {
        this.base = base;
    }

    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        base.checkClientTrusted(chain, kind);
    }

    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        base.checkServerTrusted(chain, kind);
    }

    public X509Certificate[] getAcceptedIssuers() {
        return base.getAcceptedIssuers();
    }
}

class Names {
    public boolean verify(String host, SSLSession session) {
        return host.endsWith(".clinic.example");
    }

    void open(HttpsURLConnection connection) {
        connection.setHostnameVerifier((host, session) -> host.equals(session.getPeerHost()));
    }
}

class Pages extends android.webkit.WebViewClient {
    @Override
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        handler.cancel();
    }
}

class Mail {
    void settings(java.util.Properties settings) {
        settings.put("mail.smtp.ssl.trust", "mail.example.org");
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
    }
}

class Careful implements javax.net.ssl.X509TrustManager {
    private javax.net.ssl.X509TrustManager first;
    private javax.net.ssl.X509TrustManager second;

    public void checkClientTrusted(X509Certificate[] chain, String kind) throws java.security.cert.CertificateException {
        first.checkClientTrusted(chain, kind);
    }

    public void checkServerTrusted(X509Certificate[] chain, String kind) throws java.security.cert.CertificateException {
        try {
            first.checkServerTrusted(chain, kind);
        } catch (java.security.cert.CertificateException e) {
            second.checkServerTrusted(chain, kind);
        }
    }

    public X509Certificate[] getAcceptedIssuers() {
        return null;
    }

    void open(javax.net.ssl.HttpsURLConnection connection, javax.net.ssl.SSLParameters parameters) {
        connection.setHostnameVerifier((host, session) -> {
            if (!host.endsWith(".example.org")) {
                return false;
            }
            return true;
        });
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
}

class Explaining {
    private final javax.net.ssl.X509TrustManager wrapped;

    Explaining(javax.net.ssl.X509TrustManager wrapped) {
        this.wrapped = wrapped;
    }

    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        try {
            wrapped.checkServerTrusted(chain, kind);
        } catch (CertificateException e) {
            throwExplained(chain, e);
        }
    }

    private static void throwExplained(X509Certificate[] chain, CertificateException e) throws CertificateException {
        throw new CertificateException(chain.length + " certificates", e);
    }
}
