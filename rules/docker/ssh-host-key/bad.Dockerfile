FROM debian:12
RUN ssh -o StrictHostKeyChecking=no deploy@example.com uptime # pave: expect ssh-host-key
RUN scp -o "StrictHostKeyChecking no" app.tar deploy@example.com: # pave: expect ssh-host-key
RUN rsync -e "ssh -o StrictHostKeyChecking=no" -a site/ deploy@example.com:/srv # pave: expect ssh-host-key
RUN export GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no" # pave: expect ssh-host-key
RUN SSH_OPTS="-q -o StrictHostKeyChecking=no" # pave: expect ssh-host-key
