from http.server import BaseHTTPRequestHandler
from urllib.parse import quote, unquote

from flask import make_response, request


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("X-Name", quote(unquote(self.path)))
        self.send_header("Content-Length", str(len(unquote(self.path))))
        self.end_headers()


@app.route("/")
def page():
    response = make_response("hello")
    response.headers["X-Name"] = request.args["name"]
    return response
