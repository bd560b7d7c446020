import java.security.{MessageDigest, Signature}
import javax.crypto.Mac

class Records {
  private val name = "SHA-1"

  def sign(record: Array[Byte]): Array[Byte] = {
    val digest = MessageDigest.getInstance("MD5") // pave: expect weak-hash
    digest.digest(record)
  }

  def named = MessageDigest.getInstance(name) // pave: expect weak-hash

  def signature = Signature.getInstance("SHA1withRSA") // pave: expect weak-hash
}
