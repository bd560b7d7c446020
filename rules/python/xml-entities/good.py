import xml.dom.minidom
import xml.etree.ElementTree
import xml.sax
import xml.sax.handler

import defusedxml.ElementTree
import lxml.etree
from flask import Flask, request

app = Flask(__name__)


@app.route("/order", methods=["POST"])
def order():
    parser = lxml.etree.XMLParser(resolve_entities=False)
    first = lxml.etree.fromstring(request.data, parser=parser)
    second = defusedxml.ElementTree.fromstring(request.data)
    third = xml.etree.ElementTree.fromstring(request.data)
    fourth = xml.dom.minidom.parseString(request.form["order"])
    reader = xml.sax.make_parser()
    reader.setFeature(xml.sax.handler.feature_external_ges, False)
    fifth = xml.dom.minidom.parseString(request.form["order"], reader)
    own = lxml.etree.parse("/srv/orders.xml")
    return {"n": len(first) + len(second) + len(third)}
