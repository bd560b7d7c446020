import java.security.MessageDigest
import javax.crypto.Mac

class Records {
  def sign(record: Array[Byte]): Array[Byte] = MessageDigest.getInstance("SHA-256").digest(record)

  def cacheKey(text: String): Array[Byte] = {
    MessageDigest.getInstance("MD5").digest(text.getBytes)
  }

  def mac = Mac.getInstance("HmacSHA1")
}
