#!/bin/bash
chmod 777 /srv/app/run.sh # pave: expect file-open-to-all
sudo chmod -R 0777 /srv/app # pave: expect file-open-to-all
chmod a+rw /srv/app/data # pave: expect file-open-to-all
chmod o+w /srv/app/data # pave: expect file-open-to-all
install -m 666 settings /etc/app/ # pave: expect file-open-to-all
mkdir -m 777 /srv/app # pave: expect file-open-to-all
umask 000  # pave: expect file-open-to-all
