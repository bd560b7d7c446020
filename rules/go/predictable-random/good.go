package clinic

import (
	"crypto/rand"
	"encoding/hex"
	mathrand "math/rand"
	"time"
)

func newSessionID() (string, error) {
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		return "", err
	}
	return hex.EncodeToString(id), nil
}

func pauseBeforeRetry() time.Duration {
	return time.Duration(mathrand.Intn(100)) * time.Millisecond
}
