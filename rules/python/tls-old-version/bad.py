import ssl

from OpenSSL import SSL


def context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # pave: expect tls-old-version
    context.minimum_version = ssl.TLSVersion.TLSv1_1  # pave: expect tls-old-version
    SSL.Context(SSL.TLSv1_METHOD)  # pave: expect tls-old-version
    return context
