#!/bin/bash
openssl genrsa -out server.key 1024 # pave: expect weak-key
openssl req -x509 -newkey rsa:1024 -nodes -keyout server.key -out server.pem # pave: expect weak-key
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out server.key # pave: expect weak-key
ssh-keygen -t dsa -f host # pave: expect weak-key
ssh-keygen -q -t rsa -b 1024 -f host # pave: expect weak-key
keytool -genkeypair -keyalg RSA -keysize 1024 -alias own # pave: expect weak-key
openssl dhparam -out dh.pem 1024 # pave: expect weak-key
openssl ecparam -genkey -name secp160r1 -out own.key # pave: expect weak-key
