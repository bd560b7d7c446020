import java.security.KeyPairGenerator

class Keys {
    fun make() {
        val generator = KeyPairGenerator.getInstance("RSA")
        generator.initialize(1024) // pave: expect weak-key
    }
}
