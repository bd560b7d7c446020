package clinic

import "crypto/tls"

func settings(name string) *tls.Config {
	return &tls.Config{
		ServerName: name,
		MinVersion: tls.VersionTLS10, // pave: expect tls-old-version
	}
}

var old = tls.Config{MaxVersion: tls.VersionTLS11} // pave: expect tls-old-version
