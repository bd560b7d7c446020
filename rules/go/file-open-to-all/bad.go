package clinic

import "os"

func open(path string) error {
	return os.Chmod(path, 0777) // pave: expect file-open-to-all
}

func share(file *os.File) error {
	return file.Chmod(0o666) // pave: expect file-open-to-all
}

func all(path string) error {
	return os.Chmod(path, os.ModePerm) // pave: expect file-open-to-all
}
