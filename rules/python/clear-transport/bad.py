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


import boto3
import psycopg2


def others(password):
    requests.post("http://api.example.com/login", json={"user": "ada", "password": password})  # pave: expect clear-transport
    boto3.client("s3", use_ssl=False)  # pave: expect clear-transport
    return psycopg2.connect(host="db", password=password, sslmode="disable")  # pave: expect clear-transport


def at_once(password):
    imaplib.IMAP4("mail.example.org").login("reader", password)  # pave: expect clear-transport


from pysnmp.hlapi import CommunityData, UsmUserData


def asked(community, user, key):
    CommunityData(community, mpModel=0)  # pave: expect clear-transport
    UsmUserData(user)  # pave: expect clear-transport
    return UsmUserData(user, key)  # pave: expect clear-transport
