#!/bin/bash
openssl enc -des3 -salt -in dump.sql -out dump.enc # pave: expect weak-cipher
openssl enc -aes-128-ecb -in dump.sql -out dump.enc -K "$KEY" # pave: expect weak-cipher
openssl des3 -e -in dump.sql -out dump.enc # pave: expect weak-cipher
openssl enc -d -rc4 -in dump.enc -pass file:pass # pave: expect weak-cipher
openssl genrsa -des3 -out ca.key 4096 # pave: expect weak-cipher
gpg --cipher-algo 3DES -c dump.sql # pave: expect weak-cipher
