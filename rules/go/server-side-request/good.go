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

func item(r *http.Request) {
	http.Get("https://api.example.org/items?id=" + r.FormValue("id"))
	http.Get(fmt.Sprintf("https://api.example.org/items/%s", r.FormValue("id")))
}
