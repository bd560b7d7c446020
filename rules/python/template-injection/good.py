import jinja2
from flask import Flask, render_template, render_template_string, request

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args["name"]
    first = jinja2.Template("Hello {{ name }}").render(name=name)
    second = render_template_string("<p>Hello {{ name }}</p>", name=name)
    return render_template("hello.html", name=name, first=first, second=second)
