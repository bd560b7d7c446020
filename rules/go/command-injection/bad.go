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

func piped(w http.ResponseWriter, r *http.Request) {
	shell := exec.Command("/bin/sh")
	shell.Stdin = strings.NewReader("ping -c 1 " + r.FormValue("host")) // pave: expect command-injection
	shell.Run()
}

func filled(w http.ResponseWriter, r *http.Request) {
	tool := &exec.Cmd{Path: r.FormValue("tool")} // pave: expect command-injection
	tool.Run()
}

type printServer struct{}

func (s *printServer) Print(ctx context.Context, in *pb.PrintRequest) (*pb.PrintReply, error) {
	return nil, exec.CommandContext(ctx, "sh", "-c", "lp "+in.File).Run() // pave: expect command-injection
}
