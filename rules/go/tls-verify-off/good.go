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

func chosen(mode string, tlsCertificate tls.Certificate) *tls.Config {
	switch mode {
	case selfSigned:
		return &tls.Config{Certificates: []tls.Certificate{tlsCertificate}, InsecureSkipVerify: true}
	}
	return &tls.Config{}
}

func near(host string) *tls.Config {
	if docker.IsLocalhost(host) {
		return &tls.Config{InsecureSkipVerify: true}
	}
	return nil
}

func later(roots *x509.CertPool) *tls.Config {
	config := &tls.Config{InsecureSkipVerify: true}
	config.RootCAs = roots
	config.VerifyPeerCertificate = checkNames(roots)
	return config
}
