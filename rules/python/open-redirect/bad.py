from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/leave")
def leave():
    return redirect(request.args.get("next", "/"))  # pave: expect open-redirect


import bottle
import flask
from aiohttp import web


async def out(request):
    raise web.HTTPFound(location=request.query["to"])  # pave: expect open-redirect


@bottle.route("/out")
def leave():
    bottle.redirect(bottle.request.query["to"])  # pave: expect open-redirect


@app.route("/by-header")
def by_header():
    response = flask.make_response("", 302)
    response.headers["Location"] = request.args["to"]  # pave: expect open-redirect
    return response
