FROM debian:12
ENV NODE_ENV=production
RUN curl -fsSL https://example.com/tool.tar.gz -o tool.tar.gz
RUN wget -q https://example.com/kit.tar.gz
RUN apt-get install -y --no-install-recommends curl
# not: curl -k https://example.com
RUN apt-get -o Acquire::https::Verify-Peer=true update
