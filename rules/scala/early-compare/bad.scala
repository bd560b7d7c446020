import java.util.{Arrays, Base64}
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

object Webhook {
  def isFrom(body: Array[Byte], key: Array[Byte], sent: Array[Byte]): Boolean = {
    val mac = Mac.getInstance("HmacSHA256")
    mac.init(new SecretKeySpec(key, "HmacSHA256"))
    Arrays.equals(mac.doFinal(body), sent) // pave: expect early-compare
  }

  def isSigned(mac: Mac, body: Array[Byte], sent: String): Boolean = {
    val wanted = Base64.getEncoder.encodeToString(mac.doFinal(body))
    wanted == sent // pave: expect early-compare
  }
}
