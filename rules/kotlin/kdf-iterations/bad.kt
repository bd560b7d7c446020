import javax.crypto.spec.PBEKeySpec

class Rounds {
    private val rounds = 1000

    fun fewer(password: CharArray, salt: ByteArray) = PBEKeySpec(password, salt, 1_000, 256) // pave: expect kdf-iterations

    fun few(password: CharArray, salt: ByteArray) = PBEKeySpec(password, salt, rounds, 256) // pave: expect kdf-iterations
}
