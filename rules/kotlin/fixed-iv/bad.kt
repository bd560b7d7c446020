import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.IvParameterSpec

class Nonces {
    fun text() = IvParameterSpec("0123456789abcdef".toByteArray()) // pave: expect fixed-iv

    fun zeros() = IvParameterSpec(ByteArray(16)) // pave: expect fixed-iv

    fun array(): GCMParameterSpec {
        val nonce = byteArrayOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
        return GCMParameterSpec(128, nonce) // pave: expect fixed-iv
    }
}

fun zeros(cipher: Cipher, key: SecretKey) {
    val nonce = ByteArray(12) { 0 }
    cipher.init(Cipher.ENCRYPT_MODE, key, GCMParameterSpec(128, nonce)) // pave: expect fixed-iv
}
