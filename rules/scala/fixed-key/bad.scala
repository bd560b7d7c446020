import java.util.Base64
import javax.crypto.spec.SecretKeySpec

object Keys {
  private val Text = "0123456789abcdef"

  def plain = new SecretKeySpec("0123456789abcdef".getBytes, "AES") // pave: expect fixed-key

  def named = new SecretKeySpec(Text.getBytes("UTF-8"), "AES") // pave: expect fixed-key

  def decoded = new SecretKeySpec(Base64.getDecoder.decode("MDEyMzQ1Njc4OWFiY2RlZg=="), "AES") // pave: expect fixed-key
}
