import ssl

from OpenSSL import SSL


def context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # pave: expect tls-old-version
    context.minimum_version = ssl.TLSVersion.TLSv1_1  # pave: expect tls-old-version
    SSL.Context(SSL.TLSv1_METHOD)  # pave: expect tls-old-version
    return context

def more(context, socket):
    ssl.wrap_socket(socket, ssl_version=ssl.PROTOCOL_SSLv3) # pave: expect tls-old-version
    context.maximum_version = ssl.TLSVersion.TLSv1 # pave: expect tls-old-version
    context.set_min_proto_version(SSL.TLS1_VERSION) # pave: expect tls-old-version
