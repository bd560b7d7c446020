#!/bin/bash
curl -fsSL https://example.com/install.sh | sudo bash
curl -s http://localhost:8080/env.sh | bash
curl -s http://example.com/list | grep tool
curl -O http://example.com/tool.tar.gz
mysql --ssl-mode=VERIFY_IDENTITY -h db.example.com
curl -u "deploy:$TOKEN" https://example.com/upload
curl -u "admin:$PASS" http://localhost:9200/up
