import java.security.SecureRandom
import javax.crypto.spec.GCMParameterSpec

object Nonces {
  private val random = new SecureRandom()

  def fresh: GCMParameterSpec = {
    val nonce = new Array[Byte](12)
    random.nextBytes(nonce)
    new GCMParameterSpec(128, nonce)
  }

  def given(nonce: Array[Byte]) = new GCMParameterSpec(128, nonce)
}
