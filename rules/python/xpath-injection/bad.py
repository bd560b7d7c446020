import lxml.etree
from flask import Flask, request

app = Flask(__name__)


@app.route("/dose")
def dose():
    tree = lxml.etree.parse("drugs.xml")
    return {"dose": tree.xpath(f"//drug[@name='{request.args['drug']}']/dose")}  # pave: expect xpath-injection


@app.route("/found")
def found():
    name = request.args["name"]
    tree = lxml.etree.parse("drugs.xml")
    return {"drugs": len(tree.findall(f".//drug[@name='{name}']"))}  # pave: expect xpath-injection
