from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, unquote

from flask import make_response, request


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("X-Name", unquote(self.path))  # pave: expect header-injection
        self.end_headers()


@app.route("/")
def page():
    response = make_response("hello")
    response.headers[request.args["name"]] = "1"  # pave: expect header-injection
    response.headers.add(request.args["name"], "1")  # pave: expect header-injection
    return make_response("hello", {request.args["name"]: "1"})  # pave: expect header-injection


@app.route("/plain")
def plain():
    name = request.args["name"]
    start_response("200 OK", [("X-Name", name)])  # pave: expect header-injection
