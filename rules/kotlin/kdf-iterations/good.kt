import javax.crypto.spec.PBEKeySpec

class Rounds {
    fun many(password: CharArray, salt: ByteArray) = PBEKeySpec(password, salt, 600_000, 256)

    fun given(password: CharArray, salt: ByteArray, rounds: Int) = PBEKeySpec(password, salt, rounds, 256)
}
