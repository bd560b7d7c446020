from flask import Flask, request, session

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    session["role"] = request.form["role"]  # pave: expect trust-boundary
    return {}
