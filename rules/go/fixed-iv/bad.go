package clinic

import (
	"crypto/cipher"
)

var start = []byte("0123456789abcdef")

func seal(block cipher.Block, aead cipher.AEAD, text []byte) []byte {
	nonce := []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	cbc := cipher.NewCBCEncrypter(block, start) // pave: expect fixed-iv
	cbc.CryptBlocks(text, text)
	return aead.Seal(nil, nonce, text, nil) // pave: expect fixed-iv
}

func zeros(block cipher.Block) cipher.Stream {
	iv := make([]byte, 16)
	return cipher.NewCTR(block, iv) // pave: expect fixed-iv
}

func sealUnderItself(key []byte) cipher.Stream {
	block, _ := aes.NewCipher(key)
	return cipher.NewCFBEncrypter(block, key[:aes.BlockSize]) // pave: expect fixed-iv
}
