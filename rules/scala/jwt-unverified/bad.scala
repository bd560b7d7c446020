import com.auth0.jwt.algorithms.Algorithm
import pdi.jwt.{JwtCirce, JwtOptions}

class Tokens {
  def read(token: String) = JwtCirce.decode(token, JwtOptions(signature = false)) // pave: expect jwt-unverified

  def make() = com.auth0.jwt.JWT.create().sign(Algorithm.none()) // pave: expect jwt-unverified
}
