import base64
import pickle

import yaml
from flask import Flask, request

app = Flask(__name__)


@app.route("/restore", methods=["POST"])
def restore():
    pickle.loads(base64.b64decode(request.form["state"]))  # pave: expect unsafe-deserialization
    return {}


@app.route("/settings", methods=["POST"])
def settings():
    return {"settings": yaml.load(request.data, Loader=yaml.Loader)}  # pave: expect unsafe-deserialization
