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


import pandas
import torch


def load(request):
    first = pandas.read_pickle(request.FILES["table"])  # pave: expect unsafe-deserialization
    second = torch.load(request.FILES["model"])  # pave: expect unsafe-deserialization
    third = yaml.load(request.POST["settings"], yaml.Loader)  # pave: expect unsafe-deserialization
    return first, second, third
