#!/bin/bash
curl -fsSL http://example.com/install.sh | sudo bash # pave: expect clear-transport
wget -qO- http://example.com/install.sh | sh # pave: expect clear-transport
bash <(curl -s http://example.com/install.sh) # pave: expect clear-transport
eval "$(curl -s http://example.com/env)" # pave: expect clear-transport
mysql --skip-ssl -h db.example.com # pave: expect clear-transport
curl -u "deploy:$TOKEN" http://example.com/upload # pave: expect clear-transport
