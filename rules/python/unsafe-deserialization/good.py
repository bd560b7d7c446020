import json

import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/restore", methods=["POST"])
def restore():
    return json.loads(request.form["state"])


@app.route("/settings", methods=["POST"])
def settings():
    return {"settings": yaml.safe_load(request.data), "more": yaml.load(request.data, Loader=yaml.SafeLoader)}
