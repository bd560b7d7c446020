from flask import Flask, make_response

app = Flask(__name__)


@app.route("/login")
def login():
    answer = make_response("welcome")
    answer.set_cookie("session_id", new_session(), secure=True, httponly=True)
    answer.set_cookie("theme", "dark", secure=True)
    answer.set_cookie("csrf_token", new_token(), secure=True)
    return answer


SESSION_COOKIE_HTTPONLY = True
