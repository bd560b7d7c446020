from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/leave")
def leave():
    return redirect(request.args.get("next", "/"))  # pave: expect open-redirect


import bottle
from aiohttp import web


async def out(request):
    raise web.HTTPFound(location=request.query["to"])  # pave: expect open-redirect


@bottle.route("/out")
def leave():
    bottle.redirect(bottle.request.query["to"])  # pave: expect open-redirect
