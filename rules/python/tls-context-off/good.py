import ssl

import urllib3


def contexts():
    context = ssl.create_default_context(cafile="own.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    return urllib3.PoolManager(cert_reqs="CERT_REQUIRED")


def chosen(validate_certs):
    context = ssl.create_default_context()
    if not validate_certs:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


import elasticsearch
import pymongo
import redis


def clients(url, mqtt):
    pymongo.MongoClient(url, tls=True)
    redis.Redis(host="cache.example.org", ssl=True)
    elasticsearch.Elasticsearch(url)
    mqtt.tls_set()


# A server that asks its callers for no certificate.
def served():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_NONE
    return context


def wrapped(socket, options):
    ssl.wrap_socket(socket, **options)
    return ssl.wrap_socket(socket, cert_reqs=ssl.CERT_REQUIRED, ca_certs="ca.pem")


def by_hand(host, plain, strict):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = True
    context.load_default_certs()
    context.wrap_socket(plain, server_hostname=host)
    chosen = ssl.SSLContext(ssl.PROTOCOL_TLS)
    if strict:
        chosen.verify_mode = ssl.CERT_REQUIRED
    chosen.wrap_socket(plain, server_hostname=host)
    prepared = ssl.SSLContext(ssl.PROTOCOL_TLS)
    prepare(prepared)
    prepared.wrap_socket(plain, server_hostname=host)
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.load_default_certs()
    return client.wrap_socket(plain, server_hostname=host)
