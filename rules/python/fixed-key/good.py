import hmac
import os

import jwt
from Crypto.Cipher import AES


def sign(claims, key, nonce):
    AES.new(key, AES.MODE_GCM, nonce=nonce)
    hmac.new(os.environ["SERVICE_KEY"].encode(), b"text", "sha256")
    return jwt.encode(claims, key, algorithm="HS256")


def make(app, settings):
    app.secret_key = os.environ["SECRET_KEY"]
    app.config["SECRET_KEY"] = settings.get("key")
    app.config["SECRET_KEY"] = os.urandom(32)


def signed(secret, day):
    return hmac.new(("AWS4" + secret).encode("utf-8"), day, "sha256").digest()
