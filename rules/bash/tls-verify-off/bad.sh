#!/bin/bash
curl -sk https://example.com/tool.tar.gz -o tool.tar.gz # pave: expect tls-verify-off
sudo curl -fsSL --insecure https://example.com/install | tar xz # pave: expect tls-verify-off
if ! curl https://example.com/up -k; then exit 1; fi # pave: expect tls-verify-off
page="$(curl -k https://example.com/page)" # pave: expect tls-verify-off
wget -q --no-check-certificate https://example.com/tool.tar.gz # pave: expect tls-verify-off
git config --global http.sslVerify false # pave: expect tls-verify-off
git -c http.sslVerify=false clone https://example.com/app.git # pave: expect tls-verify-off
npm config set strict-ssl false # pave: expect tls-verify-off
pip install --trusted-host pypi.example.com tool # pave: expect tls-verify-off
aws --no-verify-ssl s3 cp s3://reports/today . # pave: expect tls-verify-off
kubectl --insecure-skip-tls-verify=true get pods # pave: expect tls-verify-off
skopeo copy --src-tls-verify=false docker://a docker://b # pave: expect tls-verify-off
apt-get install -y --allow-unauthenticated tool # pave: expect tls-verify-off
dnf install -y --nogpgcheck tool # pave: expect tls-verify-off
export NODE_TLS_REJECT_UNAUTHORIZED=0 # pave: expect tls-verify-off
NODE_TLS_REJECT_UNAUTHORIZED=0 node app.js # pave: expect tls-verify-off
GIT_SSL_NO_VERIFY=true git fetch # pave: expect tls-verify-off
apt-get -o Acquire::https::Verify-Peer=false update  # pave: expect tls-verify-off
lftp -e "set ssl:verify-certificate no; get letters; quit" host.example.org  # pave: expect tls-verify-off
