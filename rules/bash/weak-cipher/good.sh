#!/bin/bash
openssl enc -aes-256-cbc -pbkdf2 -iter 600000 -in dump.sql -out dump.enc -pass file:pass
openssl genrsa -aes256 -out ca.key 4096
openssl cms -encrypt -aes-256-gcm -in dump.sql -out dump.cms cert.pem
gpg --cipher-algo AES256 -c dump.sql
openssl x509 -in cert.pem -text
openssl s_client -connect example.com:443
