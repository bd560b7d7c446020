package clinic

import (
	"crypto/rand"
	"crypto/rsa"
)

func make1(bits int) (*rsa.PrivateKey, error) {
	if bits > 2048 {
		return rsa.GenerateKey(rand.Reader, bits)
	}
	return rsa.GenerateKey(rand.Reader, 3072)
}
