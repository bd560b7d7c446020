import java.security.KeyPairGenerator

class Keys {
  def small() = {
    val generator = KeyPairGenerator.getInstance("RSA")
    generator.initialize(1024) // pave: expect weak-key
    generator.generateKeyPair()
  }
}
