package messages

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
)

func seal(key *rsa.PublicKey, text []byte) ([]byte, error) {
	return rsa.EncryptOAEP(sha256.New(), rand.Reader, key, text, nil)
}
