from flask import Flask, request, session

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    session["role"] = "nurse" if request.form["role"] == "nurse" else "guest"
    return {}


@app.route("/login", methods=["POST"])
def login():
    row = database.execute("SELECT id FROM users WHERE name = ?", (request.form["name"],)).fetchone()
    session["user"] = row["id"]
    return {}
