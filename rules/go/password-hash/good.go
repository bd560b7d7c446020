package users

import (
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
)

func keep(password, body []byte) ([]byte, [32]byte, error) {
	hash, err := bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
	return hash, sha256.Sum256(body), err
}

func bypassed(bypass []byte, passes int) [32]byte {
	return sha256.Sum256(bypass)
}
