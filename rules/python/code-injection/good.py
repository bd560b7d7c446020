import ast

from flask import Flask, request

app = Flask(__name__)


@app.route("/sum")
def total():
    return {"sum": sum(ast.literal_eval(request.args["terms"]))}


@app.route("/area")
def area():
    return {"area": eval("3 * %d" % int(request.args["width"]))}


@app.route("/text")
def only_a_text():
    said = request.args.get("text")
    if not said.startswith("'") or not said.endswith("'") or "'" in said[1:-1]:
        return "a text is asked for"
    return eval(said)
