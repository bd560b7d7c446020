package messages

import (
	"crypto/rand"
	"crypto/rsa"
)

func seal(key *rsa.PublicKey, text []byte) ([]byte, error) {
	return rsa.EncryptPKCS1v15(rand.Reader, key, text) // pave: expect rsa-padding
}
