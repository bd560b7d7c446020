import ssl

import aiohttp
import urllib3


def contexts():
    plain = ssl._create_unverified_context()  # pave: expect tls-context-off
    context = ssl.create_default_context()
    context.check_hostname = False  # pave: expect tls-context-off
    context.verify_mode = ssl.CERT_NONE  # pave: expect tls-context-off
    urllib3.PoolManager(cert_reqs="CERT_NONE")  # pave: expect tls-context-off
    return aiohttp.TCPConnector(ssl=False)  # pave: expect tls-context-off


import os

import elasticsearch
import ldap
import pycurl
import pymongo
import redis


def clients(url, mqtt, configuration):
    pymongo.MongoClient(url, tlsAllowInvalidCertificates=True)  # pave: expect tls-context-off
    redis.Redis(host="cache.example.org", ssl=True, ssl_cert_reqs=None)  # pave: expect tls-context-off
    elasticsearch.Elasticsearch(url, verify_certs=False)  # pave: expect tls-context-off
    ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)  # pave: expect tls-context-off
    curl = pycurl.Curl()
    curl.setopt(pycurl.SSL_VERIFYPEER, 0)  # pave: expect tls-context-off
    mqtt.tls_insecure_set(True)  # pave: expect tls-context-off
    configuration.verify_ssl = False  # pave: expect tls-context-off
    os.environ["PYTHONHTTPSVERIFY"] = "0"  # pave: expect tls-context-off


async def page(url):
    async with aiohttp.ClientSession() as session:
        return await session.get(url, ssl=False)  # pave: expect tls-context-off


import boto3
import socket


def others(connection):
    boto3.client("s3", verify=False)  # pave: expect tls-context-off
    connection.assert_hostname = False  # pave: expect tls-context-off
    return ssl.wrap_socket(socket.socket())  # pave: expect tls-context-off


def by_hand(host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.options |= ssl.OP_NO_TLSv1 | ssl.OP_NO_TLSv1_1
    with socket.create_connection((host, 443)) as plain:
        with context.wrap_socket(plain, server_hostname=host) as sock:  # pave: expect tls-context-off
            return sock.version()
