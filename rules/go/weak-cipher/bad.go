package clinic

import (
	"crypto/cipher"
	"crypto/des"
	"crypto/rc4"
)

func blockOf(key []byte) (cipher.Block, error) {
	return des.NewTripleDESCipher(key) // pave: expect weak-cipher
}

func seal(key, record []byte) error {
	stream, err := rc4.NewCipher(key) // pave: expect weak-cipher
	if err != nil {
		return err
	}
	stream.XORKeyStream(record, record)
	return nil
}
