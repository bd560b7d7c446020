import requests
from flask import Flask, request

app = Flask(__name__)


@app.route("/image")
def image():
    return {"status": requests.get(request.args["url"], timeout=5).status_code}  # pave: expect server-side-request
