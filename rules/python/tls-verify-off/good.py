import requests


def fetch(url):
    return requests.get(url, timeout=5)


def fetch_private(url):
    return requests.get(url, timeout=5, verify="/etc/ssl/clinic-ca.pem")


def check(signature, message, verify=False):
    return verify and signature.check(message)


class Form:
    def __init__(self):
        self.verify = False


def put_together(url):
    options = {"timeout": 3, "verify": "ca.pem"}
    flags = {"verify": False}
    return requests.get(url, **options), flags
