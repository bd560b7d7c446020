import java.security.cert.X509Certificate
import javax.net.ssl.{HostnameVerifier, SSLSession, X509TrustManager}

class AnyAuthority extends X509TrustManager {
  override def checkClientTrusted(chain: Array[X509Certificate], kind: String): Unit = ()
  override def checkServerTrusted(chain: Array[X509Certificate], kind: String): Unit = {} // pave: expect tls-trust-all
  override def getAcceptedIssuers: Array[X509Certificate] = Array.empty
}

class AnyName extends HostnameVerifier {
  override def verify(host: String, session: SSLSession): Boolean = true // pave: expect tls-trust-all
}

object Client {
  def config(loose: WSConfig) = loose.withAcceptAnyCertificate(true) // pave: expect tls-trust-all
}

class Verifiers {
  val any: HostnameVerifier = (host: String, session: SSLSession) => true // pave: expect tls-trust-all

  def open(connection: HttpsURLConnection): Unit = connection.setHostnameVerifier((_, _) => true) // pave: expect tls-trust-all
}
