package clinic

import "crypto/tls"

func config() *tls.Config {
	return &tls.Config{CipherSuites: []uint16{
		tls.TLS_RSA_WITH_RC4_128_SHA, // pave: expect tls-weak-suite
		tls.TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA, // pave: expect tls-weak-suite
		tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
	}}
}
