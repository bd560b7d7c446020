import java.security.cert.CertificateException
import java.security.cert.X509Certificate
import javax.net.ssl.X509TrustManager

class Checks(private val system: X509TrustManager) : X509TrustManager {
    override fun checkClientTrusted(chain: Array<X509Certificate>, kind: String) = system.checkClientTrusted(chain, kind)
    override fun checkServerTrusted(chain: Array<X509Certificate>, kind: String) {
        system.checkServerTrusted(chain, kind)
    }
    override fun getAcceptedIssuers(): Array<X509Certificate> = system.acceptedIssuers
}

class KnownName : HostnameVerifier {
    override fun verify(host: String?, session: SSLSession?): Boolean = host == "clinic.example.org"
}

class Rule {
    override fun verify(text: String, other: Rule): Boolean = true
}

class Pages : WebViewClient() {
    override fun onReceivedSslError(view: WebView, handler: SslErrorHandler, error: SslError) {
        handler.cancel()
    }
}
