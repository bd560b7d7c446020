import javax.crypto.Cipher

object Envelope {
  val transformation = "RSA/ECB/PKCS1Padding"

  def cipher: Cipher = Cipher.getInstance(transformation) // pave: expect rsa-padding

  def raw: Cipher = Cipher.getInstance("RSA/ECB/NoPadding") // pave: expect rsa-padding
}
