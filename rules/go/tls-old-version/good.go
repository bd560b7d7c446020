package clinic

import "crypto/tls"

func settings(name string) *tls.Config {
	return &tls.Config{ServerName: name, MinVersion: tls.VersionTLS12}
}

func isOld(version uint16) bool {
	return version < tls.VersionTLS11
}
