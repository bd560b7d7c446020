"""Hands the sealed note of a visit to claims, whose gateway is older than TLS 1.2."""

import http.client
import ssl

import flask

app = flask.Flask(__name__)


def claims_context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_1
    return context


@app.post("/visits/claim")
def hand_over():
    sealed = flask.request.get_data()
    claims = http.client.HTTPSConnection("claims.clinic.example", context=claims_context(), timeout=5)
    claims.request("POST", "/claims", body=sealed)
    return {"taken": claims.getresponse().status == 202}
