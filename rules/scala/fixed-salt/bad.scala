import javax.crypto.spec.PBEKeySpec

object Stretch {
  private val pepper = "orchard-7".getBytes("UTF-8")

  def spec(password: Array[Char]) = new PBEKeySpec(password, pepper, 600000, 256) // pave: expect fixed-salt

  def listed(password: Array[Char]) =
    new PBEKeySpec(password, Array[Byte](1, 2, 3, 4, 5, 6, 7, 8), 600000, 256) // pave: expect fixed-salt
}
