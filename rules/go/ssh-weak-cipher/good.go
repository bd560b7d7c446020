package clinic

import "golang.org/x/crypto/ssh"

func config() *ssh.Config {
	return &ssh.Config{Ciphers: []string{"aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com"}}
}

func old(config *ssh.ClientConfig) {
	config.KeyExchanges = []string{"curve25519-sha256"}
}
