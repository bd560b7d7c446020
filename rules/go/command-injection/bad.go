package clinic

import "github.com/labstack/echo/v4"
import "os/exec"

import (
	"net/http"
	"os/exec"
)

func convert(r *http.Request) error {
	name := r.FormValue("name")
	return exec.Command("sh", "-c", "convert "+name+".tiff out.png").Run() // pave: expect command-injection
}

func restart(c echo.Context) error {
	return exec.Command("git", "clone", c.QueryParam("from")).Run() // pave: expect command-injection
}
