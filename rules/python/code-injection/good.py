import ast

from flask import Flask, request

app = Flask(__name__)


@app.route("/sum")
def total():
    return {"sum": sum(ast.literal_eval(request.args["terms"]))}


@app.route("/area")
def area():
    return {"area": eval("3 * %d" % int(request.args["width"]))}
