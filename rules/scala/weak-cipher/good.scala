import javax.crypto.{Cipher, KeyGenerator}

object Sealing {
  private val Name = "AES/GCM/NoPadding"

  def named: Cipher = Cipher.getInstance(Name)

  def key = KeyGenerator.getInstance("AES")

  def wrap: Cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")
}
