package clinic

import (
	"crypto/cipher"
	"crypto/rand"
)

func seal(aead cipher.AEAD, text []byte) ([]byte, error) {
	nonce := make([]byte, aead.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	return aead.Seal(nonce, nonce, text, nil), nil
}

func open(block cipher.Block, iv, text []byte) {
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(text, text)
}

func filled(block cipher.Block, fill func([]byte)) cipher.Stream {
	iv := make([]byte, 16)
	fill(iv)
	return cipher.NewCTR(block, iv)
}

func openMessage(key, message []byte) cipher.Stream {
	block, _ := aes.NewCipher(key)
	return cipher.NewCTR(block, message[:aes.BlockSize])
}
