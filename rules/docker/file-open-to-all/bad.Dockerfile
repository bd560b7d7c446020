FROM debian:12
RUN chmod 777 /srv/app/run.sh # pave: expect file-open-to-all
RUN mkdir /data && chmod -R 0777 /data # pave: expect file-open-to-all
RUN chmod a+rwx /srv/app/run.sh # pave: expect file-open-to-all
RUN touch /var/log/app && chmod o+w /var/log/app # pave: expect file-open-to-all
# ruleid: file-open-to-all
COPY --chmod=777 run.sh /srv/app/
