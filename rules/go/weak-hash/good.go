package clinic

import (
	"crypto/md5"
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
