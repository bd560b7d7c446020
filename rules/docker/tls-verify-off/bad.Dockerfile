FROM debian:12
# ruleid: tls-verify-off
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
# ruleid: tls-verify-off
RUN curl -sk https://example.com/tool.tar.gz -o tool.tar.gz
# ruleid: tls-verify-off
RUN wget --no-check-certificate https://example.com/tool.tar.gz
# ruleid: tls-verify-off
RUN git config --global http.sslVerify false
# ruleid: tls-verify-off
RUN npm config set strict-ssl false
