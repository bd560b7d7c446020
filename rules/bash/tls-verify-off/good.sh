#!/bin/bash
curl -fsSL https://example.com/tool.tar.gz -o tool.tar.gz
curl --cacert own.pem -K settings https://example.com/up
curl -K settings https://example.com/up
echo "do not use curl -k"
# curl -k https://example.com
tar -k -xf tool.tar
wget -q https://example.com/tool.tar.gz
git config --global http.sslVerify true
npm config set strict-ssl true
pip install tool
export NODE_TLS_REJECT_UNAUTHORIZED=1
curl https://example.com | grep -k
curl -k https://localhost:9200/_cluster/health
lftp -e "set ssl:verify-certificate yes; get letters; quit" host.example.org
