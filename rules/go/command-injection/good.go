package clinic

import "github.com/labstack/echo/v4"

import (
	"net/http"
	"os/exec"
	"strconv"
)

func print(r *http.Request) error {
	pages, err := strconv.Atoi(r.FormValue("pages"))
	if err != nil {
		return err
	}
	return exec.Command("lp", "-n", strconv.Itoa(pages), "/reports/today").Run()
}

func show(c echo.Context) error {
	if err := exec.Command("git", "clone", "--", c.QueryParam("from")).Run(); err != nil {
		return err
	}
	return exec.Command("wc", "-l", c.QueryParam("file")).Run()
}

func piped(w http.ResponseWriter, r *http.Request) {
	sort := exec.Command("sort")
	sort.Stdin = strings.NewReader(r.FormValue("lines"))
	sort.Run()
}

func reached(w http.ResponseWriter, r *http.Request) {
	address := net.ParseIP(r.FormValue("address"))
	if address == nil {
		return
	}
	exec.Command("sh", "-c", "ping -c 1 "+address.String()).Run()
}

func edit(path string) error {
	return exec.Command("sh", "-c", os.Getenv("EDITOR")+" "+path).Run()
}
