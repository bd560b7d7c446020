package clinic

import (
	"crypto/des"
	"crypto/rc4"

	"golang.org/x/crypto/blowfish"
	"golang.org/x/crypto/cast5"
)

func seal(key []byte) error {
	_, err := des.NewCipher(key) // pave: expect weak-cipher
	if err != nil {
		return err
	}
	_, err = des.NewTripleDESCipher(key) // pave: expect weak-cipher
	if err != nil {
		return err
	}
	_, err = rc4.NewCipher(key) // pave: expect weak-cipher
	return err
}

func others(key []byte) error {
	_, err := blowfish.NewCipher(key) // pave: expect weak-cipher
	if err != nil {
		return err
	}
	_, err = cast5.NewCipher(key) // pave: expect weak-cipher
	return err
}
