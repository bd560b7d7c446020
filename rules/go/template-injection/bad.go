package clinic

import (
	"html/template"
	"net/http"

	"github.com/dop251/goja"
)

func letter(w http.ResponseWriter, r *http.Request) {
	page, err := template.New("letter").Parse(r.FormValue("letter")) // pave: expect template-injection
	if err != nil {
		return
	}
	page.Execute(w, nil)
}

func greeting(w http.ResponseWriter, r *http.Request) {
	text := "Dear " + r.URL.Query().Get("name") + ", {{.Date}}"
	template.Must(template.New("greeting").Parse(text)).Execute(w, today()) // pave: expect template-injection
}

func rule(r *http.Request, vm *goja.Runtime) {
	vm.RunString(r.FormValue("rule")) // pave: expect template-injection
}
