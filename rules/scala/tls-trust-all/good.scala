import java.security.cert.X509Certificate
import javax.net.ssl.{HostnameVerifier, SSLSession, X509TrustManager}

class OneAuthority(inner: X509TrustManager) extends X509TrustManager {
  override def checkServerTrusted(chain: Array[X509Certificate], kind: String): Unit = {
    inner.checkServerTrusted(chain, kind)
  }
}

class OneName extends HostnameVerifier {
  override def verify(host: String, session: SSLSession): Boolean = host == "clinic.example.org"
}

object Client {
  def config(loose: WSConfig) = loose.withAcceptAnyCertificate(false)
}

class Verifiers {
  val own: HostnameVerifier = (host: String, session: SSLSession) => host == session.getPeerHost
}
