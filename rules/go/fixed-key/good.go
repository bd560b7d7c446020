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
