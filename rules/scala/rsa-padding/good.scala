import java.security.{KeyPairGenerator, Signature}
import javax.crypto.Cipher

object Envelope {
  def cipher: Cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")

  def signature: Signature = Signature.getInstance("SHA256withRSA")

  def keys: KeyPairGenerator = KeyPairGenerator.getInstance("RSA")
}
