package clinic

import "golang.org/x/crypto/ssh"

func config() *ssh.Config {
	return &ssh.Config{Ciphers: []string{"arcfour256", "aes256-ctr"}} // pave: expect ssh-weak-cipher
}

func old(config *ssh.ClientConfig) {
	config.KeyExchanges = []string{"diffie-hellman-group1-sha1"} // pave: expect ssh-weak-cipher
}
