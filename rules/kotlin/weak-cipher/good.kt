import javax.crypto.Cipher
import javax.crypto.KeyGenerator

class Sealer {
    fun seal(): Cipher {
        KeyGenerator.getInstance("AES")
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")
        return Cipher.getInstance("AES/GCM/NoPadding")
    }
}

class Ciphers {
    companion object {
        private const val NAME = "AES/GCM/NoPadding"
    }

    fun named(): Cipher {
        return Cipher.getInstance(NAME)
    }

    fun key(): KeyGenerator {
        return KeyGenerator.getInstance("AES")
    }
}

enum class Kind(val label: String) { OLD("DES"), NEW("AES/GCM/NoPadding") }

class Told {
    fun ofEnum() = Cipher.getInstance(Kind.NEW.label)

    fun within(): Cipher {
        val mode = "GCM"
        return Cipher.getInstance("AES/$mode/NoPadding")
    }

    fun ofMap() = Cipher.getInstance(mapOf("old" to "DES", "new" to "AES/GCM/NoPadding")["new"])
}

class Joined {
    private val name = "AES"

    fun within() = Cipher.getInstance("$name/GCM/NoPadding")

    fun added(): Cipher {
        val whole = name + "/GCM/NoPadding"
        return Cipher.getInstance(whole)
    }

    fun formatted() = Cipher.getInstance("%s/GCM/NoPadding".format(name))

    fun key() = KeyGenerator.getInstance(name)
}
