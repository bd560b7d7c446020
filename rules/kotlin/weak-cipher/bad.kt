import javax.crypto.Cipher
import javax.crypto.KeyGenerator

class Sealer {
    fun seal(): Cipher {
        val plain = Cipher.getInstance("AES") // pave: expect weak-cipher
        val ecb = Cipher.getInstance("AES/ECB/PKCS5Padding") // pave: expect weak-cipher
        KeyGenerator.getInstance("DESede") // pave: expect weak-cipher
        return Cipher.getInstance("DES/CBC/PKCS5Padding") // pave: expect weak-cipher
    }
}

class Ciphers {
    companion object {
        private const val NAME = "DESede/CBC/PKCS5Padding"
    }

    fun named(): Cipher {
        return Cipher.getInstance(NAME) // pave: expect weak-cipher
    }

    fun engine(): Any {
        return BlowfishEngine() // pave: expect weak-cipher
    }
}

enum class Kind(val label: String) { OLD("DES"), NEW("AES/GCM/NoPadding") }

class Told {
    fun ofEnum() = Cipher.getInstance(Kind.OLD.label) // pave: expect weak-cipher

    fun within(): Cipher {
        val mode = "ECB"
        return Cipher.getInstance("AES/$mode/NoPadding") // pave: expect weak-cipher
    }

    fun ofMap() = Cipher.getInstance(mapOf("old" to "DES", "new" to "AES/GCM/NoPadding")["old"]) // pave: expect weak-cipher
}

class Plain {
    private val name = "AES"

    fun plain() = Cipher.getInstance(name) // pave: expect weak-cipher

    fun added() = Cipher.getInstance("DES" + "/CBC/PKCS5Padding") // pave: expect weak-cipher
}
