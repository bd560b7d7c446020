package users

import (
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/scrypt"
)

var kitchen = []byte("kitchen")

func stretched(password []byte) ([]byte, error) {
	first := argon2.IDKey(password, []byte("kitchen"), 1, 64*1024, 4, 32) // pave: expect fixed-salt
	second, err := scrypt.Key(password, kitchen, 32768, 8, 1, 32) // pave: expect fixed-salt
	return append(first, second...), err
}
