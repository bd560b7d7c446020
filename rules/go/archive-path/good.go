package unpack

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
)

func unpack(reader *zip.Reader, folder string) error {
	for _, entry := range reader.File {
		path := filepath.Join(folder, entry.Name)
		if !strings.HasPrefix(path, filepath.Clean(folder)+string(os.PathSeparator)) {
			continue
		}
		if _, err := os.Create(path); err != nil {
			return err
		}
	}
	return nil
}

func names(reader *zip.Reader, folder string) error {
	for _, entry := range reader.File {
		if !filepath.IsLocal(entry.Name) {
			continue
		}
		if err := os.MkdirAll(filepath.Join(folder, entry.Name), 0o750); err != nil {
			return err
		}
	}
	return nil
}
