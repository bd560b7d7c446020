FROM debian:12
# ruleid: tls-verify-off
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN curl -sk https://example.com/tool.tar.gz -o tool.tar.gz # pave: expect tls-verify-off
RUN wget --no-check-certificate https://example.com/tool.tar.gz # pave: expect tls-verify-off
RUN git config --global http.sslVerify false # pave: expect tls-verify-off
RUN npm config set strict-ssl false # pave: expect tls-verify-off
RUN pip install --trusted-host pypi.example.com tool # pave: expect tls-verify-off
RUN dnf install -y --nogpgcheck tool # pave: expect tls-verify-off
RUN helm --insecure-skip-tls-verify pull tool # pave: expect tls-verify-off
RUN skopeo copy --src-tls-verify=false docker://a docker://b # pave: expect tls-verify-off
RUN aws --no-verify-ssl s3 cp s3://tools/tool . # pave: expect tls-verify-off
RUN apt-get -o Acquire::https::Verify-Peer=false update  # pave: expect tls-verify-off
