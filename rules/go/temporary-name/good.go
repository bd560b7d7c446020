package clinic

import (
	"os"
	"path/filepath"
)

func save(text []byte) {
	folder, _ := os.MkdirTemp("", "clinic-")
	os.WriteFile(filepath.Join(folder, "letters.txt"), text, 0o600)
	file, _ := os.CreateTemp("", "letters-")
	file.Write(text)
	os.OpenFile("/tmp/clinic.lock", os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	os.ReadFile("/tmp/letters.txt")
}
