package clinic

import (
	"crypto/tls"
	"net/http"
)

func client() *http.Client {
	return &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // pave: expect tls-verify-off
	}}
}

func late() *tls.Config {
	config := &tls.Config{}
	config.InsecureSkipVerify = true // pave: expect tls-verify-off
	return config
}

func always(_ [][]byte, _ [][]*x509.Certificate) error { return nil }

var yes = &tls.Config{
	InsecureSkipVerify:    true, // pave: expect tls-verify-off
	VerifyPeerCertificate: func(_ [][]byte, _ [][]*x509.Certificate) error { return nil },
}
