package clinic

import (
	crand "crypto/rand"
	"math/rand"
	"time"
)

func jitter() time.Duration {
	return time.Duration(rand.Int63n(1000)) * time.Millisecond
}

func resetToken() ([]byte, error) {
	token := make([]byte, 16)
	_, err := crand.Read(token)
	return token, err
}

func tokenNumber(max *big.Int) (*big.Int, error) {
	token, err := crand.Int(crand.Reader, max)
	return token, err
}
