package clinic

import (
	"github.com/golang-jwt/jwt/v5"
)

func who(text string) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	parser := jwt.NewParser()
	_, _, err := parser.ParseUnverified(text, claims) // pave: expect jwt-unverified
	return claims, err
}

func none(token *jwt.Token) (string, error) {
	return token.SignedString(jwt.UnsafeAllowNoneSignatureType) // pave: expect jwt-unverified
}

func unsigned() *jwt.Token {
	return jwt.New(jwt.SigningMethodNone) // pave: expect jwt-unverified
}

func unread(token string, claims jwt.MapClaims) {
	jwt.NewParser().ParseUnverified(token, claims) // pave: expect jwt-unverified
}
