package clinic

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
