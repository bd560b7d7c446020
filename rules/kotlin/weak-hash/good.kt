import java.security.MessageDigest

class Records {
    fun sign(record: ByteArray): ByteArray {
        return MessageDigest.getInstance("SHA-256").digest(record)
    }
}
