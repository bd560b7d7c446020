import httpx
import requests as http
from requests import post


def fetch(url):
    return http.get(url, timeout=5, verify=False)  # pave: expect tls-verify-off


def send(url, body):
    return post(url, json=body, verify=False)  # pave: expect tls-verify-off


def client():
    return httpx.Client(verify=False, timeout=3)  # pave: expect tls-verify-off


def session(urls):
    s = http.Session()
    s.verify = False  # pave: expect tls-verify-off
    return [s.get(url) for url in urls]


def fetch_all(session_maker):
    with requests.Session() as session:
        session.get("https://example.org", verify=False)  # pave: expect tls-verify-off


CHECKED = False


def fetch_by_name():
    return requests.get("https://example.org", verify=CHECKED)  # pave: expect tls-verify-off


def put_together(url):
    options = {"timeout": 3, "verify": False}  # pave: expect tls-verify-off
    return requests.get(url, **options)
