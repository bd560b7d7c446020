from flask import Flask, make_response, request
from markupsafe import Markup

app = Flask(__name__)


@app.route("/greet")
def greet():
    name = request.args.get("name", "you")
    return "<p>Welcome, " + name + "</p>"  # pave: expect cross-site-scripting


@app.route("/found")
def found():
    page = ""
    for word in request.args.getlist("word"):
        page += f"<li>{word}</li>"
    return make_response(page)  # pave: expect cross-site-scripting


@app.route("/note")
def note():
    return {"html": Markup(request.form["note"])}  # pave: expect cross-site-scripting


import tornado.web
from starlette.responses import HTMLResponse


async def hello(request):
    return HTMLResponse("<p>Hello " + request.query_params["name"] + "</p>")  # pave: expect cross-site-scripting


class Hello(tornado.web.RequestHandler):
    def get(self):
        self.write("<p>Hello " + self.get_argument("name") + "</p>")  # pave: expect cross-site-scripting


import cherrypy
import falcon
from fastapi import FastAPI
from fastapi.responses import HTMLResponse as Html

api = FastAPI()


@api.get("/greeting", response_class=Html)
async def greeting(name: str):
    return f"<p>{name}</p>"  # pave: expect cross-site-scripting


class Pages:
    @cherrypy.expose
    def index(self, name):
        return "<p>" + name + "</p>"  # pave: expect cross-site-scripting


class Greeting:
    def on_get(self, req, resp):
        resp.content_type = falcon.MEDIA_HTML
        resp.text = "<p>" + req.get_param("name") + "</p>"  # pave: expect cross-site-scripting


from fastapi import Response


@api.get("/typed")
async def typed(name: str):
    return Response(f"<p>{name}</p>", media_type="text/html")  # pave: expect cross-site-scripting


from email.mime.text import MIMEText

from django.core.mail import send_mail


@app.route("/invite")
def invite():
    name = request.args["name"]
    send_mail("Hello", "", "shop@example.org", ["a@example.org"], html_message=f"<p>{name} asks you in</p>")  # pave: expect cross-site-scripting
    return str(len(MIMEText("<p>" + name + " asks you in</p>", "html").as_string()))  # pave: expect cross-site-scripting
