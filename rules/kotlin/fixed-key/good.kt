import com.auth0.jwt.algorithms.Algorithm
import java.security.SecureRandom
import javax.crypto.spec.SecretKeySpec

class Sealing {
    fun key(bytes: ByteArray) = SecretKeySpec(bytes, "AES")

    fun fresh(): SecretKeySpec {
        val bytes = ByteArray(32)
        SecureRandom().nextBytes(bytes)
        return SecretKeySpec(bytes, "AES")
    }

    fun token(): Algorithm = Algorithm.HMAC256(System.getenv("TOKEN_KEY"))
}

class Made {
    fun copied(given: ByteArray) = javax.crypto.spec.SecretKeySpec(ByteArray(16) { given[it] }, "AES")

    fun digested(password: ByteArray) = javax.crypto.spec.SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(password), "AES")
}
