import shlex
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.route("/print")
def print_report():
    pages = int(request.args["pages"])
    subprocess.run(["lp", "-n", str(pages), "/reports/today"])
    return "printed"


@app.route("/convert")
def convert():
    name = shlex.quote(request.args["name"])
    subprocess.run(f"convert {name} out.png", shell=True)
    return "converted"


@app.route("/always/here")
def own_path():
    subprocess.run("logger " + request.path, shell=True)
    return ""


def restart(request):
    subprocess.run(["systemctl", "restart", request.GET["unit"]])


import re


@app.route("/looked-up")
def looked_up():
    host = request.args["host"]
    if not re.match(r"^[a-z0-9.]+$", host):
        return {"error": "host"}
    os.system("host " + host)
    form = request.args["form"]
    if form in ("png", "jpg"):
        os.system("convert in.png out." + form)
    return {}


@app.route("/listed")
def listed():
    words = ["lp", "-d", request.args["printer"]]
    subprocess.run(words, check=True)
    return {}
