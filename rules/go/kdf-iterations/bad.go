package clinic

import (
	"crypto/sha256"

	"golang.org/x/crypto/pbkdf2"
)

func stretch(password, salt []byte) []byte {
	return pbkdf2.Key(password, salt, 4096, 32, sha256.New) // pave: expect kdf-iterations
}

func slow(password []byte, salt []byte) {
	bcrypt.GenerateFromPassword(password, 4) // pave: expect kdf-iterations
	bcrypt.GenerateFromPassword(password, bcrypt.MinCost) // pave: expect kdf-iterations
	scrypt.Key(password, salt, 1024, 8, 1, 32) // pave: expect kdf-iterations
}
