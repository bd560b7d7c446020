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

func numbered() *tls.Config {
	return &tls.Config{MinVersion: 0x0301} // pave: expect tls-old-version
}
