import ldap3
from flask import Flask, request

app = Flask(__name__)


@app.route("/staff")
def staff():
    connection = ldap3.Connection("ldap.example")
    connection.search("ou=staff", f"(uid={request.args['uid']})")  # pave: expect ldap-injection
    return {"found": len(connection.entries)}
