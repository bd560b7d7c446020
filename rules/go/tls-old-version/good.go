package clinic

import "crypto/tls"

func config() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12}
}

func capped() tls.Config {
	config := tls.Config{}
	config.MinVersion = tls.VersionTLS13
	return config
}
