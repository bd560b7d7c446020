import java.security.MessageDigest
import java.security.Signature

class Records {
    fun sign(record: ByteArray): ByteArray {
        Signature.getInstance("SHA1withRSA") // pave: expect weak-hash
        val digest = MessageDigest.getInstance("MD5") // pave: expect weak-hash
        return digest.digest(record)
    }
}

class Digests {
    companion object {
        private const val NAME = "MD5"
    }

    fun named(text: ByteArray): ByteArray {
        return MessageDigest.getInstance(NAME).digest(text) // pave: expect weak-hash
    }

    fun codec(text: String): String {
        return DigestUtils.md5Hex(text) // pave: expect weak-hash
    }

    fun guava(text: ByteArray): Any {
        return Hashing.sha1().hashBytes(text) // pave: expect weak-hash
    }

    fun authenticated(): Mac {
        return Mac.getInstance("HmacMD5") // pave: expect weak-hash
    }
}
