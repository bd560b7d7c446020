package clinic

import "net/http"

func leave(w http.ResponseWriter, r *http.Request) {
	next := "/"
	if r.FormValue("next") == "ward" {
		next = "/ward"
	}
	http.Redirect(w, r, next, http.StatusFound)
}

func slash(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
}

func own(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if next == "" || next[0] != '/' || strings.HasPrefix(next, "//") {
		next = "/"
	}
	http.Redirect(w, r, next, http.StatusFound)
}
