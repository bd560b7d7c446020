import java.security.MessageDigest

class Records {
    fun sign(record: ByteArray): ByteArray {
        return MessageDigest.getInstance("SHA-256").digest(record)
    }
}

class Digests {
    fun authenticated(): Mac {
        return Mac.getInstance("HmacSHA1")
    }

    fun cacheKey(text: String): String {
        return DigestUtils.md5Hex(text)
    }

    fun guava(text: ByteArray): Any {
        return Hashing.sha256().hashBytes(text)
    }
}
