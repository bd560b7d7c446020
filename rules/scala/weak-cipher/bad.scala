import javax.crypto.{Cipher, KeyGenerator}

object Sealing {
  private val Name = "AES/ECB/PKCS5Padding"

  def old: Cipher = Cipher.getInstance("DES/CBC/PKCS5Padding") // pave: expect weak-cipher

  def named: Cipher = Cipher.getInstance(Name) // pave: expect weak-cipher

  def key = KeyGenerator.getInstance("Blowfish") // pave: expect weak-cipher
}
