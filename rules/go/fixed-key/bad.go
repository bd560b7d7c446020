package clinic

import (
	"crypto/aes"
	"crypto/hmac"
	"crypto/sha256"

	"github.com/golang-jwt/jwt/v5"
)

const secret = "0123456789abcdef0123456789abcdef"

var table = []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}

func seal() error {
	_, err := aes.NewCipher([]byte("0123456789abcdef")) // pave: expect fixed-key
	if err != nil {
		return err
	}
	_, err = aes.NewCipher([]byte(secret)) // pave: expect fixed-key
	if err != nil {
		return err
	}
	_, err = aes.NewCipher(table) // pave: expect fixed-key
	return err
}

func sign(claims jwt.MapClaims) (string, error) {
	mac := hmac.New(sha256.New, []byte(secret)) // pave: expect fixed-key
	mac.Write([]byte("text"))
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return token.SignedString([]byte("my-secret-key")) // pave: expect fixed-key
}

func claims(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return []byte("hunter2hunter2"), nil // pave: expect fixed-key
	})
}

var store = sessions.NewCookieStore([]byte("hunter2hunter2")) // pave: expect fixed-key

func hashed() (cipher.Block, error) {
	key := sha256.Sum256([]byte("a phrase of the code"))
	return aes.NewCipher(key[:]) // pave: expect fixed-key
}
