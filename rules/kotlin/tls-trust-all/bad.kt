import java.security.cert.X509Certificate
import javax.net.ssl.HostnameVerifier
import javax.net.ssl.X509TrustManager

object TrustsAll : X509TrustManager {
    override fun checkClientTrusted(chain: Array<X509Certificate>, kind: String) {}
    override fun checkServerTrusted(chain: Array<X509Certificate>, kind: String) {} // pave: expect tls-trust-all
    override fun getAcceptedIssuers(): Array<X509Certificate> = arrayOf()
}

val anyHost = HostnameVerifier { _, _ -> true } // pave: expect tls-trust-all

class AnyName : HostnameVerifier {
    override fun verify(host: String?, session: SSLSession?): Boolean = true // pave: expect tls-trust-all
}

class AnyNameToo : HostnameVerifier {
    override fun verify(host: String, session: SSLSession): Boolean { // pave: expect tls-trust-all
        return true
    }
}

class AnyAuthority : X509TrustManager {
    override fun checkServerTrusted(chain: Array<X509Certificate>, kind: String) = Unit // pave: expect tls-trust-all
}

class Pages : WebViewClient() {
    override fun onReceivedSslError(view: WebView, handler: SslErrorHandler, error: SslError) { // pave: expect tls-trust-all
        handler.proceed()
    }
}

fun anyName() {
    HttpsURLConnection.setDefaultHostnameVerifier { host, session -> true } // pave: expect tls-trust-all
}
