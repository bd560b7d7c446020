import javax.crypto.spec.PBEKeySpec

class Stretching {
    fun key(password: CharArray) = PBEKeySpec(password, "clinic".toByteArray(), 600_000, 256) // pave: expect fixed-salt
}
