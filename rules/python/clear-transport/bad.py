import ftplib
import smtplib
import telnetlib

import requests


def send(user, password):
    server = ftplib.FTP("files.example.org")
    server.login(user, password)  # pave: expect clear-transport
    ftplib.FTP("files.example.org", user, password)  # pave: expect clear-transport
    mail = smtplib.SMTP("mail.example.org")
    mail.login(user, password)  # pave: expect clear-transport
    telnetlib.Telnet("router.example.org")  # pave: expect clear-transport
    requests.get("http://api.example.org/items", auth=(user, password))  # pave: expect clear-transport
