import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import io.jsonwebtoken.Jwts

class Tokens {
    fun none(): String = JWT.create().withSubject("clinic").sign(Algorithm.none()) // pave: expect jwt-unverified

    fun read(token: String) = Jwts.parser().build().parseClaimsJwt(token) // pave: expect jwt-unverified
}

fun role(token: String): String {
    return JWT.decode(token).getClaim("role").asString() // pave: expect jwt-unverified
}

fun anything(token: String, key: Key): Any {
    return Jwts.parserBuilder().setSigningKey(key).build().parse(token) // pave: expect jwt-unverified
}

class Read {
    fun subject(token: String) = JWT.decode(token).subject // pave: expect jwt-unverified
}
