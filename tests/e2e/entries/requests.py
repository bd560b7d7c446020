import aiohttp
import bottle
import fastapi
import flask
import sanic
from django.http import HttpResponse

app = fastapi.FastAPI()


@web.route("/a/<name>")
def route(name):
    sink(name)  # HIT
    sink(flask.request.args["a"])  # HIT
    sink(flask.request.get_json()["a"])  # HIT
    sink(flask.current_app)


@app.get("/b/{name}")
async def path(name: str, size: int, db=fastapi.Depends(connect)):
    sink(name)  # HIT
    sink(size)
    sink(db)


@app.post("/c")
async def body(order: Order):
    sink(order.name)  # HIT


def view(request):
    sink(request.GET["a"])  # HIT
    sink(request.POST.get("a"))  # HIT
    sink(request.user)


async def handle(request):
    sink(request.query["a"])  # HIT
    sink(await request.post())  # HIT
    sink(request.match_info["a"])  # HIT


async def sanic_handler(request):
    sink(request.args.get("a"))  # HIT
    sink(request.json)  # HIT


class Tornado(tornado.web.RequestHandler):
    def get(self):
        sink(self.get_argument("a"))  # HIT
        sink(self.get_status())


def bottled():
    sink(bottle.request.query.a)  # HIT
    sink(bottle.request.forms.get("a"))  # HIT


def lambda_handler(event, context):
    sink(event["queryStringParameters"]["a"])  # HIT
    sink(event["body"])  # HIT
    sink(context.function_name)
