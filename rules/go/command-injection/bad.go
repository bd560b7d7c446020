package clinic

import (
	"net/http"
	"os/exec"
)

func convert(r *http.Request) error {
	name := r.FormValue("name")
	return exec.Command("sh", "-c", "convert "+name+".tiff out.png").Run() // pave: expect command-injection
}
