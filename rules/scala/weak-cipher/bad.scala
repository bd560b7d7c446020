import javax.crypto.{Cipher, KeyGenerator}

object Sealing {
  private val Name = "AES/ECB/PKCS5Padding"

  def old: Cipher = Cipher.getInstance("DES/CBC/PKCS5Padding") // pave: expect weak-cipher

  def named: Cipher = Cipher.getInstance(Name) // pave: expect weak-cipher

  def key = KeyGenerator.getInstance("Blowfish") // pave: expect weak-cipher
}

class Told {
  def within: Cipher = {
    val mode = "ECB"
    Cipher.getInstance(s"AES/$mode/NoPadding") // pave: expect weak-cipher
  }

  def ofMap: Cipher = {
    val known = Map("old" -> "DES", "new" -> "AES/GCM/NoPadding")
    Cipher.getInstance(known("old")) // pave: expect weak-cipher
  }

  def otherwise(told: Option[String]): Cipher = Cipher.getInstance(told.getOrElse("DES/CBC/PKCS5Padding")) // pave: expect weak-cipher
}
