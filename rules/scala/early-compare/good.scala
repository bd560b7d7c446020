import java.security.MessageDigest
import javax.crypto.Mac

object Webhook {
  def isFrom(mac: Mac, body: Array[Byte], sent: Array[Byte]): Boolean =
    MessageDigest.isEqual(mac.doFinal(body), sent)

  def isShort(mac: Mac, body: Array[Byte]): Boolean = mac.doFinal(body).length == 20

  def isSame(first: Array[Byte], second: Array[Byte]): Boolean = first sameElements second
}
