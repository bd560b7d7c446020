import java.security.KeyPairGenerator

class Keys {
    fun make() {
        val generator = KeyPairGenerator.getInstance("RSA")
        generator.initialize(1024) // pave: expect weak-key
    }
}

fun made() = KeyPairGenerator.getInstance("RSA").apply { initialize(1024) } // pave: expect weak-key

fun madeToo() = KeyPairGenerator.getInstance("RSA").also { it.initialize(1024) } // pave: expect weak-key
