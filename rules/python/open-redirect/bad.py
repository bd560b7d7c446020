from flask import Flask, redirect, request

app = Flask(__name__)


@app.route("/leave")
def leave():
    return redirect(request.args.get("next", "/"))  # pave: expect open-redirect
