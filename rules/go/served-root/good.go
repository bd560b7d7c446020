package clinic

import "net/http"

func serve() {
	http.Handle("/files/", http.StripPrefix("/files/", http.FileServer(http.Dir("/srv/clinic/public"))))
	http.Handle("/here/", http.FileServer(http.Dir("./public")))
}
