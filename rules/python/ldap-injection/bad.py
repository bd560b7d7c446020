import ldap3
from flask import Flask, request

app = Flask(__name__)


@app.route("/staff")
def staff():
    connection = ldap3.Connection("ldap.example")
    connection.search("ou=staff", f"(uid={request.args['uid']})")  # pave: expect ldap-injection
    return {"found": len(connection.entries)}


import ldap


@app.route("/bound")
def bound():
    connection = ldap.initialize("ldaps://directory")
    connection.simple_bind_s("uid=%s,dc=clinic" % request.args["user"], request.args["password"])  # pave: expect ldap-injection
    return {}
