package clinic

import (
	"fmt"
	"math/rand"
)

func newSessionID() string {
	return fmt.Sprintf("%016x", rand.Uint64()) // pave: expect predictable-random
}

func invite(patient string) string {
	resetCode := rand.Intn(1000000) // pave: expect predictable-random
	return fmt.Sprintf("%s-%06d", patient, resetCode)
}
