package users

import (
	"crypto/rand"

	"golang.org/x/crypto/argon2"
)

func stretched(password []byte) ([]byte, []byte, error) {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return nil, nil, err
	}
	return salt, argon2.IDKey(password, salt, 1, 64*1024, 4, 32), nil
}
