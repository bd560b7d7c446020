package clinic

import "crypto/tls"

func config() *tls.Config {
	return &tls.Config{CipherSuites: []uint16{
		tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
		tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
	}}
}

func isOld(suite uint16) bool {
	return suite == tls.TLS_RSA_WITH_RC4_128_SHA
}
