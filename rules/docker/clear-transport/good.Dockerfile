FROM debian:12
RUN curl -fsSL https://example.com/install.sh | sudo bash
RUN curl -s http://localhost:8080/env.sh | bash
RUN curl -s http://example.com/list | grep tool
RUN curl -O http://example.com/tool.tar.gz
RUN mysql --ssl-mode=VERIFY_IDENTITY -h db.example.com
RUN curl -u "deploy:$TOKEN" https://example.com/upload
RUN curl -u "admin:$PASS" http://localhost:9200/up
ADD https://downloads.example.org/app.tar.gz /opt/
ADD --checksum=sha256:24454f830cdb http://downloads.example.org/app.tar.gz /opt/
RUN wget http://downloads.example.org/app.deb && echo "24454f830cdb  app.deb" | sha256sum -c && dpkg -i app.deb
