package clinic

import (
	"crypto/rand"
	"crypto/rsa"
)

const bits = 1024

func make1() (*rsa.PrivateKey, error) {
	return rsa.GenerateKey(rand.Reader, 1024) // pave: expect weak-key
}

func make2() (*rsa.PrivateKey, error) {
	return rsa.GenerateKey(rand.Reader, bits) // pave: expect weak-key
}

func parameters(out *dsa.Parameters) {
	dsa.GenerateParameters(out, rand.Reader, dsa.L1024N160) // pave: expect weak-key
}
