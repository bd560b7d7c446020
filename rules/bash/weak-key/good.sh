#!/bin/bash
openssl genrsa -out server.key 3072
openssl req -x509 -newkey rsa:2048 -nodes -keyout server.key -out server.pem
openssl req -x509 -newkey ed25519 -nodes -keyout server.key -out server.pem
ssh-keygen -t ed25519 -f host
ssh-keygen -t rsa -b 4096 -f host
dd if=/dev/zero bs=1024 count=1024 of=disk
openssl rand -out seed 1024
openssl ecparam -genkey -name prime256v1 -out own.key
