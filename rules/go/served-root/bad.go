package clinic

import (
	"net/http"
	"os"
)

func serve() {
	http.Handle("/files/", http.StripPrefix("/files/", http.FileServer(http.Dir("/")))) // pave: expect served-root
	http.Handle("/all/", http.FileServerFS(os.DirFS("/"))) // pave: expect served-root
}
