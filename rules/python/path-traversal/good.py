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
