import javax.crypto.spec.PBEKeySpec

class Stretch {
  val Rounds = 1000

  def few(password: String, salt: Array[Byte]) = new PBEKeySpec(password.toCharArray, salt, 1000, 256) // pave: expect kdf-iterations

  def named(password: String, salt: Array[Byte]) = new PBEKeySpec(password.toCharArray, salt, Rounds, 256) // pave: expect kdf-iterations
}
