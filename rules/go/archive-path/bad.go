package unpack

import (
	"archive/tar"
	"archive/zip"
	"os"
	"path/filepath"
)

func unpack(reader *zip.Reader, folder string) error {
	for _, entry := range reader.File {
		path := filepath.Join(folder, entry.Name)
		if _, err := os.Create(path); err != nil { // pave: expect archive-path
			return err
		}
	}
	return nil
}

func untar(reader *tar.Reader, folder string) error {
	header, err := reader.Next()
	if err != nil {
		return err
	}
	return os.MkdirAll(filepath.Join(folder, header.Name), 0o750) // pave: expect archive-path
}
