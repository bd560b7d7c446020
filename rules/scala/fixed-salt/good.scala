import java.security.SecureRandom
import javax.crypto.spec.PBEKeySpec

object Stretch {
  def spec(password: Array[Char]): PBEKeySpec = {
    val salt = new Array[Byte](16)
    new SecureRandom().nextBytes(salt)
    new PBEKeySpec(password, salt, 600000, 256)
  }

  def again(password: Array[Char], stored: Array[Byte]) = new PBEKeySpec(password, stored, 600000, 256)
}
