#!/bin/bash
chmod 755 /srv/app/run.sh
chmod 1777 /var/spool/app
chmod -R a+rX /srv/app
chmod u+w,g+w /srv/app/data
chmod +x run.sh
install -m 755 run.sh /usr/bin/
mkdir -m 700 /srv/app
umask 077
umask 0022
