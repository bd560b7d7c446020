package clinic

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
)

func sign(record []byte) string {
	sum := sha256.Sum256(record)
	return hex.EncodeToString(sum[:])
}

func etagOf(page []byte) string {
	sum := md5.Sum(page)
	return hex.EncodeToString(sum[:])
}

func lookup(page []byte) string {
	cacheKey := md5.Sum(page)
	return hex.EncodeToString(cacheKey[:])
}

func code(key []byte) []byte {
	state := hmac.New(sha1.New, key)
	return state.Sum(nil)
}

func wrapped(public *rsa.PublicKey, key []byte) ([]byte, error) {
	return rsa.EncryptOAEP(sha1.New(), rand.Reader, public, key, nil)
}
