package clinic

import "os"

func own(path string) error {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return err
	}
	return os.Chmod(path, 0o755)
}

func sticky(path string) error {
	return os.Chmod(path, 0o1777)
}

func same(file *os.File, info os.FileInfo) error {
	return file.Chmod(info.Mode())
}
