import java.security.MessageDigest
import org.apache.commons.codec.digest.DigestUtils
import org.springframework.security.crypto.password.NoOpPasswordEncoder

class Accounts {
    fun store(password: String): ByteArray {
        val digest = MessageDigest.getInstance("SHA-256")
        return digest.digest(password.toByteArray()) // pave: expect password-hash
    }

    fun short(password: String): ByteArray = MessageDigest.getInstance("SHA-512").digest(password.toByteArray()) // pave: expect password-hash

    fun codec(password: String): String = DigestUtils.sha256Hex(password) // pave: expect password-hash

    fun encoder() = NoOpPasswordEncoder.getInstance() // pave: expect password-hash
}
