import java.security.SecureRandom
import javax.crypto.spec.PBEKeySpec

class Stretching {
    fun key(password: CharArray): PBEKeySpec {
        val salt = ByteArray(16)
        SecureRandom().nextBytes(salt)
        return PBEKeySpec(password, salt, 600_000, 256)
    }
}
