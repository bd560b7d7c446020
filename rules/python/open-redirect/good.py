from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.route("/leave")
def leave():
    return redirect(url_for("page", number=request.args["page"]))


@app.route("/home")
def home():
    return redirect("/ward" if request.args.get("ward") else "/")


@app.route("/search")
def search():
    if request.args["to"] in ("/home", "/help"):
        return redirect(request.args["to"])
    return redirect("/search?text=" + request.args["text"])


@app.route("/docs")
def docs():
    return redirect(f"https://docs.example.org/{request.args['page']}")


@app.route("/chosen")
def chosen():
    places = {"home": "/", "shop": "/shop"}
    return redirect(places[request.args["to"]])


@app.route("/own")
def own():
    to = request.args["to"]
    if not to.startswith("/") or to.startswith("//"):
        to = "/"
    return redirect(to)
