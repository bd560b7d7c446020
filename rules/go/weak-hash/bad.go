package clinic

import (
	"crypto/md5"
	"crypto/sha1"
	"encoding/hex"

	"golang.org/x/crypto/md4"
	"golang.org/x/crypto/ripemd160"
)

func sign(record []byte) string {
	sum := md5.Sum(record) // pave: expect weak-hash
	return hex.EncodeToString(sum[:])
}

func signInSteps(record []byte) []byte {
	state := sha1.New() // pave: expect weak-hash
	state.Write(record)
	return state.Sum(nil)
}

func older(record []byte) []byte {
	state := md4.New() // pave: expect weak-hash
	state.Write(record)
	other := ripemd160.New() // pave: expect weak-hash
	other.Write(record)
	return other.Sum(state.Sum(nil))
}

func named(text []byte) []byte {
	digest := crypto.SHA1.New() // pave: expect weak-hash
	digest.Write(text)
	return digest.Sum(nil)
}
