#!/bin/bash
openssl enc -aes-256-cbc -pbkdf2 -iter 600000 -in dump.sql -out dump.enc -pass file:pass
openssl aes-256-cbc -d -pbkdf2 -in dump.enc -out dump.sql -pass file:pass
openssl enc -aes-256-cbc -K "$KEY" -iv "$IV" -in dump.sql -out dump.enc
hash=$(openssl passwd -6 "$PASS")
mkpasswd -m yescrypt "$PASS"
openssl enc -aes-256-cbc -pbkdf2 -iter 600000 -in letters -out sealed
htpasswd -bB users reader "$PASSWORD"
htpasswd -D users reader
