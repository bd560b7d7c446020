import javax.crypto.spec.PBEKeySpec

class Stretch {
  def many(password: String, salt: Array[Byte]) = new PBEKeySpec(password.toCharArray, salt, 600000, 256)

  def given(password: String, salt: Array[Byte], rounds: Int) = new PBEKeySpec(password.toCharArray, salt, rounds, 256)
}
