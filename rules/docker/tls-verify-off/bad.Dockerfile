FROM debian:12
# ruleid: tls-verify-off
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN curl -sk https://example.com/tool.tar.gz -o tool.tar.gz # pave: expect tls-verify-off
RUN wget --no-check-certificate https://example.com/tool.tar.gz # pave: expect tls-verify-off
RUN git config --global http.sslVerify false # pave: expect tls-verify-off
RUN npm config set strict-ssl false # pave: expect tls-verify-off
