package clinic

import mrand "math/rand/v2"

import (
	"fmt"
	"math/rand"
)

func resetToken() string {
	return fmt.Sprintf("%08x", rand.Uint32()) // pave: expect predictable-random
}

func login() string {
	sessionID := fmt.Sprint(rand.Int63()) // pave: expect predictable-random
	return sessionID
}

func fromSource(seed int64) []byte {
	source := rand.New(rand.NewSource(seed))
	salt := make([]byte, 0)
	salt = append(salt, byte(source.Intn(256))) // pave: expect predictable-random
	return salt
}

func resetCode() int {
	code := mrand.IntN(1000000) // pave: expect predictable-random
	return code
}

func newToken() (string, error) {
	return fmt.Sprintf("%08x", rand.Uint32()), nil // pave: expect predictable-random
}
