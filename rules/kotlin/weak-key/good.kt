import java.security.KeyPairGenerator

class Keys {
    fun make() {
        val generator = KeyPairGenerator.getInstance("RSA")
        generator.initialize(3072)
        val curve = KeyPairGenerator.getInstance("EC")
        curve.initialize(256)
    }
}
