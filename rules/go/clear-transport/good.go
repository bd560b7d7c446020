package clinic

import "net/http"

const namespace = "http://www.w3.org/2000/svg"

func list() (*http.Response, error) {
	return http.Get("https://wards.clinic.de/list")
}

func own() (*http.Response, error) {
	return http.Get("http://localhost:8080/health")
}

func inside() (*http.Response, error) {
	return http.Get("http://wards:8080/list")
}
