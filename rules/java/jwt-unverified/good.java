package clinic;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtHandlerAdapter;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;

class Tokens {
    DecodedJWT checked(String token, Algorithm algorithm) {
        return JWT.require(algorithm).build().verify(token);
    }

    Object claims(String token, byte[] key) {
        return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token);
    }

    DecodedJWT byKey(String token, Keys keys) {
        DecodedJWT seen = JWT.decode(token);
        return JWT.require(keys.of(seen.getKeyId())).build().verify(token);
    }

    Object handled(String token, JwtParser parser) {
        return parser.parse(token, new JwtHandlerAdapter<Jws<String>>() {
            @Override
            public Jws<String> onPlaintextJws(Jws<String> jws) {
                return jws;
            }
        });
    }

    String signed(java.security.Key key) {
        return Jwts.builder().setSubject("ada").signWith(key).compact();
    }
}

class Nimbus {
    String subject(String token, com.nimbusds.jose.JWSVerifier verifier) throws Exception {
        com.nimbusds.jwt.SignedJWT jwt = com.nimbusds.jwt.SignedJWT.parse(token);
        if (!jwt.verify(verifier)) {
            throw new SecurityException("forged");
        }
        return jwt.getJWTClaimsSet().getSubject();
    }
}
