import java.security.MessageDigest
import org.mindrot.jbcrypt.BCrypt

object Accounts {
  def hash(password: String): String = BCrypt.hashpw(password, BCrypt.gensalt(12))

  def checksum(passwordFile: Array[Byte]): Array[Byte] =
    MessageDigest.getInstance("SHA-256").digest(passwordFile)
}
