import requests
from flask import Flask, request

app = Flask(__name__)


@app.route("/image")
def image():
    return {"status": requests.get(request.args["url"], timeout=5).status_code}  # pave: expect server-side-request


import aiohttp
import httpx


async def fetch(request):
    address = request.query["address"]
    async with aiohttp.ClientSession() as session:
        first = await session.get(address)  # pave: expect server-side-request
    async with httpx.AsyncClient() as client:
        second = await client.get("https://" + address + "/data")  # pave: expect server-side-request
    return first, second
