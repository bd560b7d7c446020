FROM debian:12
RUN openssl genrsa -out server.key 3072
RUN openssl req -x509 -newkey rsa:2048 -nodes -keyout server.key -out server.pem
RUN openssl req -x509 -newkey ed25519 -nodes -keyout server.key -out server.pem
RUN ssh-keygen -t ed25519 -f host
RUN ssh-keygen -t rsa -b 4096 -f host
RUN dd if=/dev/zero bs=1024 count=1024 of=disk
RUN openssl rand -out seed 1024
RUN openssl ecparam -genkey -name prime256v1 -out own.key
