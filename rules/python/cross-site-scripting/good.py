import hashlib

from flask import Flask, render_template, request
from markupsafe import escape

app = Flask(__name__)


@app.route("/greet")
def greet():
    return "<p>Welcome, " + escape(request.args.get("name", "you")) + "</p>"


@app.route("/found")
def found():
    return render_template("found.html", words=request.args.getlist("word"))


@app.route("/note")
def note():
    return {"note": request.args["note"]}


@app.route("/page/<page>")
def page(page):
    return f"<p>Page {int(page)}</p>"

@app.route("/digest")
def digest():
    return hashlib.sha256(request.data).hexdigest()


from flask import make_response


@app.route("/headers")
def headers():
    return make_response(("hello", {"X-Name": request.args["name"]}))


@app.route("/status")
def status():
    return "hello", 200, {"X-Name": request.args["name"]}


@app.route("/state")
def state():
    return make_json_response(data={"name": request.args["name"]})


@app.route("/gone")
def gone():
    return internal_server_error(errormsg=request.args["name"])


from django.http import HttpResponse
from django.utils.html import format_html
from flask import Response


@app.route("/as-text")
def as_text():
    return Response(request.args["name"], mimetype="text/plain")


@app.route("/elsewhere")
def elsewhere():
    answer = make_response("")
    answer.headers["X-Name"] = request.args["name"]
    return answer


def formatted(request):
    return HttpResponse(format_html("<p>{}</p>", request.GET["name"]))


import requests


@app.route("/fetched")
def fetched():
    return requests.get("https://example.com/", params={"q": request.args["q"]}).text


import bottle
import flask


@bottle.route("/greet")
def greet():
    return bottle.template("<b>{{name}}</b>", name=bottle.request.query.name)


def read(root):
    name = root / flask.request.args["name"]
    return open(name).read()


import subprocess

from shop.store import find_user, query_db
from shop.files import read_file


@app.route("/kept")
def kept():
    name = flask.request.args["name"]
    first = query_db("SELECT note FROM notes WHERE name = ?", name)
    if not first:
        return read_file(name)
    return str(first) + find_user(name).note + subprocess.check_output(["file", name]).decode()


@app.route("/ward")
def ward():
    found = Ward.query.filter_by(name=request.args["name"]).first()
    return f"<p>{found.title}</p>"


from email.mime.text import MIMEText


@app.route("/invite")
def invite():
    name = flask.request.args["name"]
    MIMEText(name + " asks you in", "plain")
    return str(len(MIMEText("<p>" + html.escape(name) + " asks you in</p>", "html").as_string()))
