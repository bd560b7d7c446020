package clinic

import "net/http"

func image(r *http.Request) (*http.Response, error) {
	return http.Get(r.FormValue("url")) // pave: expect server-side-request
}
