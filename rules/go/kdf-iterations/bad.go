package clinic

import (
	"crypto/sha256"

	"golang.org/x/crypto/pbkdf2"
)

func stretch(password, salt []byte) []byte {
	return pbkdf2.Key(password, salt, 4096, 32, sha256.New) // pave: expect kdf-iterations
}
