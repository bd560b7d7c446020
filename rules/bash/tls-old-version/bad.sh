curl --tlsv1.0 https://old.example.org/letters  # pave: expect tls-old-version
curl -sS --sslv3 https://old.example.org/letters  # pave: expect tls-old-version
wget --secure-protocol=TLSv1 https://old.example.org/letters  # pave: expect tls-old-version
