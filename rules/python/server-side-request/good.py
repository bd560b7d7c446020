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


# Whatever is asked for, it is asked of the laboratory.
LAB = "https://lab.clinic.example/"


class Laboratory:
    def __init__(self, settings):
        self.address = settings["LAB_URL"]

    def result(self, request):
        return requests.get(f"{self.address}/results/{request.GET['id']}", timeout=5)

    def page(self, request):
        address = LAB
        for part in request.GET.getlist("part"):
            address += part + "/"
        return requests.get(address, timeout=5)

    def kept(self, request):
        return requests.get("/".join([LAB + "kept", request.GET["id"]]), timeout=5)
