FROM debian:12
RUN ssh -o StrictHostKeyChecking=accept-new deploy@example.com uptime
RUN ssh -o StrictHostKeyChecking=yes deploy@example.com uptime
RUN ssh-keyscan example.com >> known_hosts
# ssh -o StrictHostKeyChecking=no
