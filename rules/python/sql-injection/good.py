import sqlite3

from flask import Flask, request

app = Flask(__name__)
COLUMNS = {"name": "name", "ward": "ward"}


@app.route("/patients")
def patients():
    name = request.args.get("name")
    rows = sqlite3.connect("clinic.db").execute("SELECT * FROM patients WHERE name = ?", (name,))
    return {"patients": rows.fetchall()}


@app.route("/patients/<number>")
def patient(number):
    number = int(number)
    rows = sqlite3.connect("clinic.db").execute(f"SELECT * FROM patients WHERE number = {number}")
    return {"patients": rows.fetchall()}


@app.route("/sorted")
def in_order():
    column = "ward" if request.args.get("sort") == "ward" else "name"
    rows = sqlite3.connect("clinic.db").execute("SELECT * FROM patients ORDER BY " + column)
    return {"patients": rows.fetchall()}


import asyncpg
from aiohttp import web


async def orders(request):
    connection = await asyncpg.connect(address)
    return await connection.fetch("SELECT * FROM orders WHERE state = $1", request.query["state"])
