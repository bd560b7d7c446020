package partner

import (
	"crypto/hmac"
	"crypto/sha256"
)

func isFromPartner(body, given, key []byte) (bool, error) {
	mac := hmac.New(sha256.New, key)
	if _, err := mac.Write(body); err != nil {
		return false, err
	}
	wanted := mac.Sum(nil)
	return len(wanted) == len(given) && hmac.Equal(wanted, given), nil
}
