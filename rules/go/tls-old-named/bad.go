package clinic

import "crypto/tls"

func client() *tls.Config {
	var low uint16 = tls.VersionTLS10
	return &tls.Config{MinVersion: low} // pave: expect tls-old-named
}

func server(least uint16) *tls.Config {
	config := &tls.Config{}
	config.MinVersion = least // pave: expect tls-old-named
	return config
}

func old() *tls.Config {
	return server(tls.VersionTLS11)
}

var oldest uint16 = tls.VersionSSL30

func shared() *tls.Config {
	return &tls.Config{MaxVersion: oldest} // pave: expect tls-old-named
}
