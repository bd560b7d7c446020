import java.security.SecureRandom
import kotlin.random.Random

class Tokens {
    fun reset(): ByteArray {
        val token = ByteArray(16)
        SecureRandom().nextBytes(token)
        return token
    }

    fun jitter(): Int {
        return Random.nextInt(1000)
    }
}

class Sessions {
    fun open(): String {
        val random = java.security.SecureRandom()
        val sessionId = random.nextLong().toString()
        return sessionId
    }

    fun colour(): Char {
        return ('a'..'z').random()
    }
}
