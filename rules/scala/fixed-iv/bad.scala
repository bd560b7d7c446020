import javax.crypto.spec.{GCMParameterSpec, IvParameterSpec}

object Nonces {
  def text = new IvParameterSpec("0123456789abcdef".getBytes) // pave: expect fixed-iv

  def zeros = new GCMParameterSpec(128, new Array[Byte](12)) // pave: expect fixed-iv

  def written = new IvParameterSpec(Array[Byte](1, 2, 3, 4, 5, 6, 7, 8)) // pave: expect fixed-iv
}
