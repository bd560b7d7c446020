import java.security.SecureRandom
import javax.crypto.spec.GCMParameterSpec

class Nonces {
    fun drawn(): GCMParameterSpec {
        val nonce = ByteArray(12)
        SecureRandom().nextBytes(nonce)
        return GCMParameterSpec(128, nonce)
    }

    fun short() = GCMParameterSpec(128, ByteArray(12).also { SecureRandom().nextBytes(it) })

    fun given(nonce: ByteArray) = GCMParameterSpec(128, nonce)
}
