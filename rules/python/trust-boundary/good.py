from flask import Flask, request, session

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    session["role"] = "nurse" if request.form["role"] == "nurse" else "guest"
    return {}
