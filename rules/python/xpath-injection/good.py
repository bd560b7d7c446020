import lxml.etree
from flask import Flask, request

app = Flask(__name__)


@app.route("/dose")
def dose():
    tree = lxml.etree.parse("drugs.xml")
    return {"dose": tree.xpath("//drug[@name=$name]/dose", name=request.args["drug"])}


@app.route("/place")
def place():
    text = "all drugs"
    return {"place": text.find(request.args["name"])}
