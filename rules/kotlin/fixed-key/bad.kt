import com.auth0.jwt.algorithms.Algorithm
import javax.crypto.spec.SecretKeySpec

private const val SECRET = "0123456789abcdef"

class Sealing {
    fun key() = SecretKeySpec(SECRET.toByteArray(), "AES") // pave: expect fixed-key

    fun raw(): SecretKeySpec {
        val bytes = byteArrayOf(4, 8, 15, 16, 23, 42, 4, 8, 15, 16, 23, 42, 4, 8, 15, 16)
        return SecretKeySpec(bytes, "AES") // pave: expect fixed-key
    }

    fun token(): Algorithm = Algorithm.HMAC256("tulips in amsterdam") // pave: expect fixed-key
}

class Held {
    fun key() = SecretKeySpec(SEED.toByteArray(), "AES") // pave: expect fixed-key

    companion object {
        private const val SEED = "fedcba9876543210"
    }
}

fun read(token: String): Any {
    return Jwts.parser().setSigningKey("clinic-secret").parseClaimsJws(token) // pave: expect fixed-key
}

class Made {
    fun counted() = javax.crypto.spec.SecretKeySpec(ByteArray(16) { it.toByte() }, "AES") // pave: expect fixed-key

    fun digested() = javax.crypto.spec.SecretKeySpec(MessageDigest.getInstance("SHA-256").digest("a phrase in the code".toByteArray()), "AES") // pave: expect fixed-key
}
