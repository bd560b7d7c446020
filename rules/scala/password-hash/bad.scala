import java.security.MessageDigest
import org.apache.commons.codec.digest.DigestUtils

object Accounts {
  def hash(password: String): Array[Byte] =
    MessageDigest.getInstance("SHA-256").digest(password.getBytes("UTF-8")) // pave: expect password-hash

  def stored(newPassword: String): String = {
    val digest = MessageDigest.getInstance("SHA-512")
    digest.update(newPassword.getBytes) // pave: expect password-hash
    digest.digest().map("%02x".format(_)).mkString
  }

  def hex(pwd: String): String = DigestUtils.sha256Hex(pwd) // pave: expect password-hash
}
