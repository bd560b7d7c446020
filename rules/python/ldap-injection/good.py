import ldap3
from flask import Flask, request
from ldap3.utils.conv import escape_filter_chars

app = Flask(__name__)


@app.route("/staff")
def staff():
    connection = ldap3.Connection("ldap.example")
    uid = escape_filter_chars(request.args["uid"])
    connection.search("ou=staff", f"(uid={uid})")
    return {"found": len(connection.entries)}


import ldap
import ldap.dn


@app.route("/bound")
def bound():
    connection = ldap.initialize("ldaps://directory")
    connection.simple_bind_s("uid=%s,dc=clinic" % ldap.dn.escape_dn_chars(request.args["user"]), request.args["password"])
    return {}
