import sqlite3

from flask import Flask, request

app = Flask(__name__)


@app.route("/patients")
def patients():
    name = request.args.get("name")
    rows = sqlite3.connect("clinic.db").execute("SELECT * FROM patients WHERE name = '" + name + "'")  # pave: expect sql-injection
    return {"patients": rows.fetchall()}


@app.route("/wards/<ward>")
def ward(ward):
    cursor = sqlite3.connect("clinic.db").cursor()
    cursor.execute(where("ward", ward))  # pave: expect sql-injection
    return {"patients": cursor.fetchall()}


def where(column, value):
    return f"SELECT * FROM patients WHERE {column} = '{value}'"


import asyncpg
from aiohttp import web
import sqlalchemy
import tornado.web


async def orders(request):
    state = request.query["state"]
    connection = await asyncpg.connect(address)
    rows = await connection.fetch(f"SELECT * FROM orders WHERE state = '{state}'")  # pave: expect sql-injection
    text = sqlalchemy.text("SELECT * FROM orders ORDER BY " + state)  # pave: expect sql-injection
    return rows, text


class Orders(tornado.web.RequestHandler):
    def get(self):
        self.db.execute("SELECT * FROM orders WHERE id = %s" % self.get_argument("id"))  # pave: expect sql-injection
