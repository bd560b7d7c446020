import ftplib
import smtplib

import requests


def send(user, password):
    server = ftplib.FTP_TLS("files.example.org")
    server.login(user, password)
    public = ftplib.FTP("files.example.org")
    public.login("anonymous", "")
    mail = smtplib.SMTP("mail.example.org")
    mail.starttls()
    mail.login(user, password)
    requests.get("https://api.example.org/items", auth=(user, password))
    requests.get("http://localhost:8080/items", auth=(user, password))
    requests.get("http://api.example.org/items")


import psycopg2


def others(password):
    requests.post("https://api.example.com/login", json={"user": "ada", "password": password})
    requests.post("http://localhost:8080/login", json={"user": "ada", "password": password})
    requests.post("http://api.example.com/search", json={"user": "ada"})
    return psycopg2.connect(host="db", password=password, sslmode="verify-full")


def at_once(password):
    imaplib.IMAP4_SSL("mail.example.org").login("reader", password)


from pysnmp.hlapi import UsmUserData


def asked(user, key, privacy):
    return UsmUserData(user, key, privacy)
