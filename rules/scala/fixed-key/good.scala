import javax.crypto.spec.SecretKeySpec

object Keys {
  def given(bytes: Array[Byte]) = new SecretKeySpec(bytes, "AES")

  def outside = new SecretKeySpec(sys.env("KEY").getBytes, "AES")
}
