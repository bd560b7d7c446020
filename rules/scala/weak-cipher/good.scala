import javax.crypto.{Cipher, KeyGenerator}

object Sealing {
  private val Name = "AES/GCM/NoPadding"

  def named: Cipher = Cipher.getInstance(Name)

  def key = KeyGenerator.getInstance("AES")

  def wrap: Cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding")
}

class Told {
  def within: Cipher = {
    val mode = "GCM"
    Cipher.getInstance(s"AES/$mode/NoPadding")
  }

  def ofMap: Cipher = {
    val known = Map("old" -> "DES", "new" -> "AES/GCM/NoPadding")
    Cipher.getInstance(known("new"))
  }
}

class Joined {
  private val name = "AES"

  def within: Cipher = Cipher.getInstance(s"$name/GCM/NoPadding")

  def added: Cipher = Cipher.getInstance(name + "/GCM/NoPadding")

  def formatted: Cipher = Cipher.getInstance("%s/GCM/NoPadding".format(name))
}
