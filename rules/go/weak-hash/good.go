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

func member(bytes []byte) uint64 {
	sum := sha1.Sum(bytes)
	return binary.BigEndian.Uint64(sum[:8])
}

func acceptKey(key string) string {
	h := sha1.New()
	h.Write([]byte(key + guid))
	return base64.StdEncoding.EncodeToString(h.Sum(nil))
}
