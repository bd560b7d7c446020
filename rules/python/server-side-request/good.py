import requests
from flask import Flask, request

app = Flask(__name__)
HOSTS = {"a": "https://a.example", "b": "https://b.example"}


@app.route("/image")
def image():
    number = int(request.args["number"])
    return {"status": requests.get(f"https://images.example/{number}", timeout=5).status_code}


import requests


def item(request):
    session = requests.Session()
    return session.get("https://api.example.org/items?id=" + request.GET["id"])


from urllib.parse import urlparse

from flask import abort


@app.route("/picture")
def picture():
    url = request.args["url"]
    if urlparse(url).hostname not in ("img.example.com", "cdn.example.com"):
        abort(400)
    return requests.get(url).text


import re


@app.route("/of-own-hosts")
def of_own_hosts():
    host = request.args["host"]
    if not re.fullmatch(r"[a-z0-9-]+\.example\.com", host):
        abort(400)
    return requests.get(f"https://{host}/status").text
