import scala.util.Random

object Sessions {
  def open(): String = {
    val token = Random.alphanumeric.take(20).mkString // pave: expect predictable-random
    token
  }

  def resetCode: Int = Random.nextInt(1000000) // pave: expect predictable-random
}
