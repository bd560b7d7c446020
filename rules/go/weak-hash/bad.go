package clinic

import (
	"crypto/md5"
	"crypto/sha1"
	"encoding/hex"
	"io"
)

func sign(record []byte) string {
	sum := md5.Sum(record) // pave: expect weak-hash
	return hex.EncodeToString(sum[:])
}

func signAll(records io.Reader) ([]byte, error) {
	digest := sha1.New() // pave: expect weak-hash
	if _, err := io.Copy(digest, records); err != nil {
		return nil, err
	}
	return digest.Sum(nil), nil
}
