import jinja2
from flask import Flask, render_template_string, request
from mako.template import Template

app = Flask(__name__)
environment = jinja2.Environment(autoescape=True)


@app.route("/hello")
def hello():
    name = request.args["name"]
    first = jinja2.Template("Hello " + name).render()  # pave: expect template-injection
    second = environment.from_string(f"Hello {name}").render()  # pave: expect template-injection
    third = Template(name).render()  # pave: expect template-injection
    return render_template_string("<p>Hello %s</p>" % name)  # pave: expect template-injection
