package clinic

import (
	"html/template"
	"net/http"
)

var page = template.Must(template.New("letter").Parse("Dear {{.Name}}"))

func letter(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, map[string]string{"Name": r.FormValue("name")})
}

func named(w http.ResponseWriter, r *http.Request) {
	page.ExecuteTemplate(w, "letter", r.FormValue("name"))
}
