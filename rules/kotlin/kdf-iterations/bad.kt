import javax.crypto.spec.PBEKeySpec

class Rounds {
    private val rounds = 1000

    fun few(password: CharArray, salt: ByteArray) = PBEKeySpec(password, salt, rounds, 256) // pave: expect kdf-iterations
}
