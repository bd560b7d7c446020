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


from psycopg2.extensions import AsIs


# What binds its values binds no text of SQL within.
def sorted_by(session):
    return session.query(Patient).order_by(sqlalchemy.text(request.args["by"]))  # pave: expect sql-injection


def of_table(cursor):
    cursor.execute("SELECT * FROM %s", (AsIs(request.args["table"]),))  # pave: expect sql-injection


# A check that lets everything pass is none.
@app.route("/beds")
def beds():
    order = request.args["order"]
    if order not in ("ward", "number"):
        print("unusual order")
    return list(sqlite3.connect("clinic.db").execute("SELECT * FROM beds ORDER BY " + order))  # pave: expect sql-injection


@app.route("/beds/<int:number>/<state>")
def bed(number, state):
    sqlite3.connect("clinic.db").execute(f"UPDATE beds SET state = '{state}' WHERE number = {number}")  # pave: expect sql-injection


from pydantic import BaseModel
from fastapi import FastAPI, Query

api = FastAPI()


class Wanted(BaseModel):
    name: str
    count: int = 10


@api.post("/wanted")
def wanted(wanted: Wanted):
    sqlalchemy.text("SELECT * FROM orders WHERE name = '" + wanted.name + "'")  # pave: expect sql-injection
    return sqlalchemy.text(f"SELECT * FROM orders LIMIT {wanted.count}")


import databases
import fastapi

store = databases.Database("postgresql://db.example.org/shop")
shop = fastapi.FastAPI()


@shop.get("/items/{name}")
async def items(name: str):
    return await store.fetch_all(f"SELECT * FROM items WHERE name = '{name}'")  # pave: expect sql-injection
