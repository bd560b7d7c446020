FROM debian:12
RUN openssl genrsa -out server.key 1024 # pave: expect weak-key
RUN openssl req -x509 -newkey rsa:1024 -nodes -keyout server.key -out server.pem # pave: expect weak-key
RUN openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out server.key # pave: expect weak-key
RUN ssh-keygen -t dsa -f host # pave: expect weak-key
RUN ssh-keygen -q -t rsa -b 1024 -f host # pave: expect weak-key
RUN keytool -genkeypair -keyalg RSA -keysize 1024 -alias own # pave: expect weak-key
RUN openssl dhparam -out dh.pem 1024 # pave: expect weak-key
RUN openssl ecparam -genkey -name secp160r1 -out own.key # pave: expect weak-key
