from flask import Flask, request

app = Flask(__name__)


@app.route("/sum")
def total():
    return {"sum": eval(request.args["terms"])}  # pave: expect code-injection


@app.route("/run", methods=["POST"])
def run():
    exec(request.form["program"])  # pave: expect code-injection
    return {}
