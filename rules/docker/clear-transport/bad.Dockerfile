FROM debian:12
RUN curl -fsSL http://example.com/install.sh | sudo bash # pave: expect clear-transport
RUN wget -qO- http://example.com/install.sh | sh # pave: expect clear-transport
RUN bash <(curl -s http://example.com/install.sh) # pave: expect clear-transport
RUN eval "$(curl -s http://example.com/env)" # pave: expect clear-transport
RUN mysql --skip-ssl -h db.example.com # pave: expect clear-transport
RUN curl -u "deploy:$TOKEN" http://example.com/upload # pave: expect clear-transport
ADD http://downloads.example.org/app.tar.gz /opt/  # pave: expect clear-transport
RUN wget http://downloads.example.org/app.deb && dpkg -i app.deb  # pave: expect clear-transport
