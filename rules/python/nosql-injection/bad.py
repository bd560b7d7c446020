import json

from flask import Flask, request
from pymongo import MongoClient

app = Flask(__name__)
database = MongoClient(address).shop


@app.route("/login", methods=["POST"])
def login():
    body = request.get_json()
    found = database.users.find_one({"name": body["name"], "password": body["password"]})  # pave: expect nosql-injection
    wanted = json.loads(request.args["wanted"])
    others = database["users"].find(wanted)  # pave: expect nosql-injection
    third = database.users.find({"$where": "this.name == '" + request.args["name"] + "'"})  # pave: expect nosql-injection
    return {"found": bool(found or others or third)}
