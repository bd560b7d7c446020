from flask import Flask, request, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)


@app.route("/scan")
def scan():
    return send_from_directory("/scans", request.args["name"])


@app.route("/note")
def note():
    with open("/notes/" + secure_filename(request.args["note"])) as text:
        return {"text": text.read()}


@app.route("/page")
def page():
    with open(f"/pages/{int(request.args['page'])}.txt") as text:
        return {"text": text.read()}


import os
from pathlib import Path


@app.route("/report")
def report():
    wanted = (Path("/reports") / request.args["name"]).resolve()
    if not wanted.is_relative_to("/reports"):
        raise ValueError("no such report")
    full = os.path.realpath("/reports/" + request.args["name"])
    if not full.startswith("/reports/"):
        return "no such report"
    return {"text": wanted.read_text() + open(full).read()}


@app.route("/inside")
def inside():
    root = pathlib.Path("/srv/files").resolve()
    path = (root / request.args["name"]).resolve()
    if not path.is_relative_to(root):
        return {"error": "name"}
    return {"text": path.read_text()}


@app.route("/listed")
def listed():
    name = request.args["name"]
    if name in os.listdir("/srv/files"):
        return {"text": open("/srv/files/" + name).read()}
    return {}


from django.shortcuts import get_object_or_404


def report(request):
    found = get_object_or_404(Report, pk=request.GET["id"])
    return open(found.path)


def keep(upload):
    upload.save(os.path.join("/srv/files", werkzeug.utils.secure_filename(upload.filename)))


def drawn(picture, path):
    picture.save(path)
    picture.save(os.path.join("/srv/files", picture.name))
