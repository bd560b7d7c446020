package clinic

import (
	"crypto/aes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func seal(key []byte) error {
	fresh := make([]byte, 32)
	if _, err := rand.Read(fresh); err != nil {
		return err
	}
	if _, err := aes.NewCipher(fresh); err != nil {
		return err
	}
	_, err := aes.NewCipher(key)
	return err
}

func sign(claims jwt.MapClaims) (string, error) {
	mac := hmac.New(sha256.New, []byte(os.Getenv("SERVICE_KEY")))
	mac.Write([]byte("text"))
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString([]byte(os.Getenv("SERVICE_KEY")))
}

func claims(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return []byte(os.Getenv("JWT_KEY")), nil
	})
}

var store = sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))

func hashed(phrase []byte) (cipher.Block, error) {
	key := sha256.Sum256(phrase)
	return aes.NewCipher(key[:])
}
