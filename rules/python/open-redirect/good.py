from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.route("/leave")
def leave():
    return redirect(url_for("page", number=request.args["page"]))


@app.route("/home")
def home():
    return redirect("/ward" if request.args.get("ward") else "/")
