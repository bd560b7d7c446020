package clinic

import (
	"fmt"
	"html"
	"net/http"
)

func greet(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<p>Welcome, %s</p>", html.EscapeString(r.FormValue("name")))
}
