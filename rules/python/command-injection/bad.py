import os
import subprocess

from flask import Flask, request

app = Flask(__name__)


@app.route("/print")
def print_report():
    os.system("lp /reports/" + request.args["name"])  # pave: expect command-injection
    return "printed"


@app.route("/convert")
def convert():
    name = request.args.get("name")
    subprocess.run(f"convert {name}.tiff {name}.png", shell=True)  # pave: expect command-injection
    return "converted"


@app.route("/host/<path:rest>")
def open_path(rest):
    subprocess.run("logger " + request.path, shell=True)  # pave: expect command-injection
    return ""


import paramiko
from fabric import Connection


def restart(request, host):
    client = paramiko.SSHClient()
    client.exec_command("systemctl restart " + request.GET["unit"])  # pave: expect command-injection
    connection = Connection(host)
    connection.sudo(f"systemctl restart {request.GET['unit']}")  # pave: expect command-injection
    os.execvp(request.GET["program"], ["program"])  # pave: expect command-injection
    subprocess.run(["bash", "-c", "restart " + request.GET["unit"]])  # pave: expect command-injection


@app.route("/listed")
def listed():
    words = ["bash", "-c", "lp -d " + request.args["printer"]]
    subprocess.run(words)  # pave: expect command-injection
    return {}
