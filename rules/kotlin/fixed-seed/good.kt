import java.security.SecureRandom

class Tokens {
    fun own(): SecureRandom {
        return SecureRandom()
    }

    fun more(extra: ByteArray): SecureRandom {
        val random = SecureRandom()
        random.nextBytes(ByteArray(16))
        random.setSeed(System.nanoTime())
        return random
    }

    fun given(seed: ByteArray): SecureRandom {
        return SecureRandom(seed)
    }
}
