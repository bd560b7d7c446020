import javax.crypto.Cipher
import javax.crypto.KeyGenerator

class Sealer {
    fun seal(): Cipher {
        KeyGenerator.getInstance("AES")
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")
        return Cipher.getInstance("AES/GCM/NoPadding")
    }
}
