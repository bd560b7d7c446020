import java.security.MessageDigest
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder

class Accounts {
    fun store(password: String): String = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(password)

    fun file(passwordFile: ByteArray): ByteArray = MessageDigest.getInstance("SHA-256").digest(passwordFile)
}
