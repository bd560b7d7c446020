import javax.net.ssl.{SSLContext, SSLEngine}

class Contexts {
  def now() = SSLContext.getInstance("TLSv1.3")

  def any() = SSLContext.getInstance("TLS")

  def listed(engine: SSLEngine): Unit = engine.setEnabledProtocols(Array("TLSv1.2", "TLSv1.3"))

  def isOld(version: String) = version == "TLSv1"
}
