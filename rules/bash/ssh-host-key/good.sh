#!/bin/bash
ssh -o StrictHostKeyChecking=accept-new deploy@example.com uptime
ssh -o StrictHostKeyChecking=yes deploy@example.com uptime
ssh-keyscan example.com >> known_hosts
# ssh -o StrictHostKeyChecking=no
