package clinic

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func scan(r *http.Request) ([]byte, error) {
	return os.ReadFile("/scans/" + filepath.Base(r.FormValue("name")))
}

func letter(r *http.Request) ([]byte, error) {
	path := filepath.Join("/letters", r.FormValue("name"))
	if !strings.HasPrefix(path, "/letters/") {
		return nil, errors.New("not a letter")
	}
	return os.ReadFile(path)
}

func within(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join("/var/scans", r.FormValue("name"))
	if rel, err := filepath.Rel("/var/scans", path); err != nil || strings.HasPrefix(rel, "..") {
		return
	}
	http.ServeFile(w, r, path)
}
