import xml.dom.minidom
import xml.sax
import xml.sax.handler

import lxml.etree
from flask import Flask, request

app = Flask(__name__)


@app.route("/order", methods=["POST"])
def order():
    first = lxml.etree.fromstring(request.data)  # pave: expect xml-entities
    parser = lxml.etree.XMLParser(resolve_entities=True)
    second = lxml.etree.fromstring(request.data, parser=parser)  # pave: expect xml-entities
    reader = xml.sax.make_parser()
    reader.setFeature(xml.sax.handler.feature_external_ges, True)
    third = xml.dom.minidom.parseString(request.form["order"], reader)  # pave: expect xml-entities
    return {"n": len(first) + len(second) + len(third.childNodes)}
