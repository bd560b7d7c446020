package clinic

import "crypto/tls"

var versions = map[string]uint16{"1.0": tls.VersionTLS10, "1.2": tls.VersionTLS12}

func client(name string) *tls.Config {
	return &tls.Config{MinVersion: versions[name]}
}

func server() *tls.Config {
	least := uint16(tls.VersionTLS12)
	return &tls.Config{MinVersion: least}
}

func same(version uint16) bool {
	return version == tls.VersionTLS10
}

func named(name string) uint16 {
	switch name {
	case "1.0":
		return tls.VersionTLS10
	default:
		return tls.VersionTLS12
	}
}

func chosen(name string) *tls.Config {
	return &tls.Config{MinVersion: named(name)}
}
