import jinja2
from flask import Flask

app = Flask(__name__)
app.jinja_env.autoescape = False  # pave: expect escape-off
pages = jinja2.Environment(loader=jinja2.FileSystemLoader("pages"))  # pave: expect escape-off
plain = jinja2.Environment(loader=jinja2.FileSystemLoader("pages"), autoescape=False)  # pave: expect escape-off
