import java.security.SecureRandom

class Tokens {
    fun fixed(): SecureRandom {
        return SecureRandom("clinic".toByteArray()) // pave: expect fixed-seed
    }

    fun time(): ByteArray {
        val random = SecureRandom()
        random.setSeed(System.currentTimeMillis()) // pave: expect fixed-seed
        return random.generateSeed(16)
    }
}
