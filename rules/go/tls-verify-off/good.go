package clinic

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

func client(pool *x509.CertPool) *http.Client {
	return &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{RootCAs: pool, InsecureSkipVerify: false},
	}}
}

func pinned(check func([][]byte, [][]*x509.Certificate) error) *tls.Config {
	return &tls.Config{InsecureSkipVerify: true, VerifyPeerCertificate: check}
}
