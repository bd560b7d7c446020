package clinic

import (
	"net/http"
	"os"
	"path/filepath"
)

func scan(r *http.Request) ([]byte, error) {
	return os.ReadFile("/scans/" + r.FormValue("name")) // pave: expect path-traversal
}

func letter(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join("/letters", r.PathValue("name"))
	http.ServeFile(w, r, path) // pave: expect path-traversal
}
