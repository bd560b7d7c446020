package clinic

import (
	"net/http"
	"strconv"
)

func image(r *http.Request) (*http.Response, error) {
	number, err := strconv.Atoi(r.FormValue("number"))
	if err != nil {
		return nil, err
	}
	return http.Get("https://images.example/" + strconv.Itoa(number))
}
