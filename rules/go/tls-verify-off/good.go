package clinic

import (
	"crypto/tls"
	"crypto/x509"
)

func config(roots *x509.CertPool) *tls.Config {
	return &tls.Config{RootCAs: roots, InsecureSkipVerify: false, MinVersion: tls.VersionTLS12}
}
