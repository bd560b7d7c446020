import jinja2
from flask import Flask

app = Flask(__name__)
pages = jinja2.Environment(loader=jinja2.FileSystemLoader("pages"), autoescape=jinja2.select_autoescape())
sure = jinja2.Environment(loader=jinja2.FileSystemLoader("pages"), autoescape=True)
