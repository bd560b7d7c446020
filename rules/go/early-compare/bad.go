package partner

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
)

func isFromPartner(body, given, key []byte, text string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	wanted := mac.Sum(nil)
	if hex.EncodeToString(wanted) == text { // pave: expect early-compare
		return true
	}
	return bytes.Equal(wanted, given) // pave: expect early-compare
}
