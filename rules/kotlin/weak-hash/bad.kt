import java.security.MessageDigest
import java.security.Signature

class Records {
    fun sign(record: ByteArray): ByteArray {
        Signature.getInstance("SHA1withRSA") // pave: expect weak-hash
        val digest = MessageDigest.getInstance("MD5") // pave: expect weak-hash
        return digest.digest(record)
    }
}
