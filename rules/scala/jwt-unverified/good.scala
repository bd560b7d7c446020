import pdi.jwt.{JwtAlgorithm, JwtCirce, JwtOptions}

class Tokens {
  def read(token: String, key: String) = JwtCirce.decode(token, key, Seq(JwtAlgorithm.HS256))

  def late(token: String, key: String) = JwtCirce.decode(token, key, Seq(JwtAlgorithm.HS256), JwtOptions(leeway = 30))
}
