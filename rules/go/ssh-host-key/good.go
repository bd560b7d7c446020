package clinic

import "golang.org/x/crypto/ssh"

func config(user string, key ssh.PublicKey) *ssh.ClientConfig {
	return &ssh.ClientConfig{User: user, HostKeyCallback: ssh.FixedHostKey(key)}
}
