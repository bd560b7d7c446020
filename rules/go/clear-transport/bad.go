package clinic

import "net/http"

const wards = "http://wards.clinic.de/list"

func list() (*http.Response, error) {
	return http.Get(wards) // pave: expect clear-transport
}

func send(client *http.Client) (*http.Response, error) {
	request, err := http.NewRequest("POST", "http://letters.clinic.de/", nil) // pave: expect clear-transport
	if err != nil {
		return nil, err
	}
	return client.Do(request)
}
