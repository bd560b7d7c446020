import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import io.jsonwebtoken.Jwts

class Tokens {
    fun read(token: String, algorithm: Algorithm) = JWT.require(algorithm).build().verify(token)

    fun signed(token: String, key: java.security.Key) = Jwts.parser().setSigningKey(key).build().parseClaimsJws(token)
}

fun chosen(token: String, keys: Keys): String {
    val key = JWT.decode(token).getKeyId()
    return JWT.require(keys[key]).build().verify(token).subject
}
