from flask import Flask, make_response

app = Flask(__name__)


@app.route("/login")
def login():
    answer = make_response("welcome")
    answer.set_cookie("session_id", new_session(), secure=True)  # pave: expect cookie-readable
    answer.set_cookie("auth-token", new_token(), secure=True, httponly=False)  # pave: expect cookie-readable
    return answer


app.config.update(SESSION_COOKIE_HTTPONLY=False)  # pave: expect cookie-readable
