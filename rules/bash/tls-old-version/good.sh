curl --tlsv1.2 https://example.org/letters
curl --tlsv1.3 --tls-max 1.3 https://example.org/letters
wget --secure-protocol=TLSv1_2 https://example.org/letters
openssl s_client -connect old.example.org:443 -tls1
