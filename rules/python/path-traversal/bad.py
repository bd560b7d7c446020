import codecs
import pathlib

from flask import Flask, request, send_file

app = Flask(__name__)


@app.route("/scan")
def scan():
    return send_file("/scans/" + request.args["name"])  # pave: expect path-traversal


@app.route("/note")
def note():
    path = f"/notes/{request.cookies.get('note')}"
    with open(path) as text:  # pave: expect path-traversal
        return {"text": text.read()}


@app.route("/letter")
def letter():
    name = request.form["name"]
    found = codecs.open("/letters/" + name, "r", "utf-8")  # pave: expect path-traversal
    return {"text": found.read(), "is_there": pathlib.Path("/letters").exists()}


import gzip
from aiohttp import web


async def report(request):
    name = request.match_info["name"]
    with gzip.open("/reports/" + name) as packed:  # pave: expect path-traversal
        text = packed.read()
    kept = pathlib.Path("/reports") / name
    if kept.exists():  # pave: expect path-traversal
        return web.FileResponse("/reports/" + name)  # pave: expect path-traversal
    return web.Response(text=text)


def keep(upload):
    upload.save(os.path.join("/srv/files", upload.filename))  # pave: expect path-traversal
