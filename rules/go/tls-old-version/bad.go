package clinic

import "crypto/tls"

func config() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS10, // pave: expect tls-old-version
	}
}

func capped() tls.Config {
	config := tls.Config{}
	config.MaxVersion = tls.VersionTLS11 // pave: expect tls-old-version
	return config
}
