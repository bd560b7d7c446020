import ssl
from ssl import SSLContext, PROTOCOL_TLSv1_1


def old():
    return ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # pave: expect tls-old-version


def also_old():
    return SSLContext(PROTOCOL_TLSv1_1)  # pave: expect tls-old-version


def lowered():
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1  # pave: expect tls-old-version
    return context
