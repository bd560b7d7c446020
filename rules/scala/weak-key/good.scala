import java.security.KeyPairGenerator

class Keys {
  def large() = {
    val generator = KeyPairGenerator.getInstance("RSA")
    generator.initialize(3072)
    generator.generateKeyPair()
  }

  def onCurve() = {
    val generator = KeyPairGenerator.getInstance("EC")
    generator.initialize(256)
    generator.generateKeyPair()
  }
}
