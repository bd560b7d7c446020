FROM debian:12
RUN chmod 755 /srv/app/run.sh
RUN chmod 1777 /tmp
RUN chmod -R a+rX /srv/app
RUN chmod a+x /srv/app/run.sh
RUN chmod u+rwx /srv/app/run.sh
COPY --chmod=755 run.sh /srv/app/
