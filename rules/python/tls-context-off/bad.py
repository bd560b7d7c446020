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
