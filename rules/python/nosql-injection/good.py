import json

from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
database = MongoClient(address).shop


@app.route("/login", methods=["POST"])
def login():
    body = request.get_json()
    first = database.users.find_one({"name": str(body["name"])})
    second = database.users.find_one({"name": {"$eq": body["name"]}})
    third = database.users.find_one({"name": request.args["name"]})
    at = body["text"].find("x")
    return {"found": bool(first or second or third)}
