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
