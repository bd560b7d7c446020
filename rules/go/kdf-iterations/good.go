package clinic

import (
	"crypto/sha256"

	"golang.org/x/crypto/pbkdf2"
)

func stretch(password, salt []byte, count int) []byte {
	if count > 0 {
		return pbkdf2.Key(password, salt, count, 32, sha256.New)
	}
	return pbkdf2.Key(password, salt, 600000, 32, sha256.New)
}

func slow(password []byte, salt []byte) {
	bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
	bcrypt.GenerateFromPassword(password, 12)
	scrypt.Key(password, salt, 32768, 8, 1, 32)
}
