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


import re

COLUMNS = {"n": "name", "b": "born"}


# Looked at before: one of a list, a number, plain signs.
@app.route("/sorted")
def in_order():
    order = request.args["order"]
    if order not in ("ward", "number"):
        order = "ward"
    sqlite3.connect("clinic.db").execute("SELECT * FROM beds ORDER BY " + order)
    column = request.args["column"]
    if not re.fullmatch(r"[a-z_]+", column):
        raise ValueError(column)
    sqlite3.connect("clinic.db").execute("SELECT * FROM beds ORDER BY " + column)
    year = request.args["year"]
    if year.isdigit():
        sqlite3.connect("clinic.db").execute("SELECT * FROM beds WHERE year = " + year)
    return list(sqlite3.connect("clinic.db").execute("SELECT * FROM patients ORDER BY " + COLUMNS[request.args["by"]]))


@app.route("/beds/<int:number>")
def bed(number):
    sqlite3.connect("clinic.db").execute(f"UPDATE beds SET state = 'free' WHERE number = {number}")


# A row is what was kept.
def names_like(connection, cursor):
    row = cursor.execute("SELECT id FROM patients WHERE name = ?", (request.args["name"],)).fetchone()
    cursor.execute(f"SELECT * FROM visits WHERE patient = {row[0]}")
    cursor.execute("SELECT * FROM patients WHERE name = " + connection.escape(request.args["name"]))


from enum import Enum
from typing import Literal

import sqlalchemy
from fastapi import FastAPI, Query

api = FastAPI()


class Column(str, Enum):
    NAME = "name"
    BORN = "born"


@api.get("/named")
def named(by: Column, order: Literal["asc", "desc"] = "asc", name: str = Query("x", pattern="^[a-z]+$")):
    sqlalchemy.text(f"SELECT * FROM patients WHERE name = '{name}' ORDER BY {by.value} {order}")


@app.route("/enumerated")
def enumerated():
    by = Column(request.args["by"])
    sqlite3.connect("clinic.db").execute(f"SELECT * FROM patients ORDER BY {by.value}")
    return {}
