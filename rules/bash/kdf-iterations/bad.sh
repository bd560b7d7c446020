#!/bin/bash
openssl enc -aes-256-cbc -salt -in dump.sql -out dump.enc -pass file:pass # pave: expect kdf-iterations
openssl aes-256-cbc -d -in dump.enc -out dump.sql -k "$PASS" # pave: expect kdf-iterations
hash=$(openssl passwd -1 "$PASS") # pave: expect kdf-iterations
mkpasswd -m md5 "$PASS" # pave: expect kdf-iterations
openssl enc -aes-256-cbc -pbkdf2 -iter 1000 -in letters -out sealed  # pave: expect kdf-iterations
htpasswd -bd users reader "$PASSWORD"  # pave: expect kdf-iterations
