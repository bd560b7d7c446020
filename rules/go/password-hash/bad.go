package users

import (
	"crypto/sha256"
)

func keep(password string) [32]byte {
	return sha256.Sum256([]byte(password)) // pave: expect password-hash
}

func keepSalted(salt, password []byte) []byte {
	h := sha256.New()
	h.Write(salt)
	h.Write(password) // pave: expect password-hash
	return h.Sum(nil)
}

func login(user, pass string) [32]byte {
	return sha256.Sum256([]byte(pass)) // pave: expect password-hash
}
