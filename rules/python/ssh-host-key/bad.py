import paramiko
from paramiko.client import WarningPolicy


def connect(host):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # pave: expect ssh-host-key
    client.set_missing_host_key_policy(WarningPolicy)  # pave: expect ssh-host-key
    client.connect(host)
