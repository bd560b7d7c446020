package clinic;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.Jwt;
import io.jsonwebtoken.JwtHandlerAdapter;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;

class Tokens {
    String subject(String token) {
        return JWT.decode(token).getSubject(); // pave: expect jwt-unverified
    }

    Object any(String token, byte[] key) {
        return Jwts.parser().setSigningKey(key).parse(token); // pave: expect jwt-unverified
    }

    Object bare(String token, byte[] key) {
        return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJwt(token); // pave: expect jwt-unverified
    }

    String issue() {
        return JWT.create().withSubject("ada").sign(Algorithm.none()); // pave: expect jwt-unverified
    }

    Object handled(String token, JwtParser parser) {
        return parser.parse(token, new JwtHandlerAdapter<Jwt<Header, String>>() { // pave: expect jwt-unverified
            @Override
            public Jwt<Header, String> onPlaintextJwt(Jwt<Header, String> jwt) {
                return jwt;
            }
        });
    }

    String unsigned() {
        return Jwts.builder().setSubject("ada").compact(); // pave: expect jwt-unverified
    }
}

class Nimbus {
    String subject(String token) throws Exception {
        com.nimbusds.jwt.SignedJWT jwt = com.nimbusds.jwt.SignedJWT.parse(token);
        return jwt.getJWTClaimsSet().getSubject(); // pave: expect jwt-unverified
    }
}

class Plain {
    Object read(String token) throws Exception {
        return com.nimbusds.jwt.PlainJWT.parse(token).getJWTClaimsSet(); // pave: expect jwt-unverified
    }
}
