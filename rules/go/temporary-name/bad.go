package clinic

import (
	"os"
	"path/filepath"
)

const state = "/tmp/clinic.state"

func save(text []byte) {
	os.WriteFile("/tmp/letters.txt", text, 0o600) // pave: expect temporary-name
	os.WriteFile(state, text, 0o600) // pave: expect temporary-name
	os.Create(filepath.Join(os.TempDir(), "letters.txt")) // pave: expect temporary-name
	os.OpenFile("/var/tmp/letters.txt", os.O_CREATE|os.O_WRONLY, 0o600) // pave: expect temporary-name
}
