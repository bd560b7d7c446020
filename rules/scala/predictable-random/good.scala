import java.security.SecureRandom
import scala.util.Random

object Sessions {
  private val random = new SecureRandom()

  def open(): String = {
    val token = BigInt(128, new Random(random)).toString(16)
    token
  }

  def colour: Int = Random.nextInt(16)
}
