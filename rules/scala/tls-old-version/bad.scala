import javax.net.ssl.{SSLContext, SSLEngine}

class Contexts {
  private val Version = "TLSv1.1"

  def old() = SSLContext.getInstance("TLSv1") // pave: expect tls-old-version

  def named() = SSLContext.getInstance(Version) // pave: expect tls-old-version

  def listed(engine: SSLEngine): Unit = engine.setEnabledProtocols(Array("TLSv1", "TLSv1.2")) // pave: expect tls-old-version
}
