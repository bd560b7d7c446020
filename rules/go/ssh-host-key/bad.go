package clinic

import (
	"net"

	"golang.org/x/crypto/ssh"
)

func config(user string) *ssh.ClientConfig {
	return &ssh.ClientConfig{
		User:            user,
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), // pave: expect ssh-host-key
	}
}

func silent() ssh.HostKeyCallback {
	return ssh.HostKeyCallback(func(host string, remote net.Addr, key ssh.PublicKey) error { return nil }) // pave: expect ssh-host-key
}
