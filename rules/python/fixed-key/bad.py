from flask import Flask
import hmac

import jwt
from Crypto.Cipher import AES
from cryptography.fernet import Fernet

SECRET = "correct horse battery staple"


def sign(claims, nonce):
    AES.new(b"0123456789abcdef", AES.MODE_GCM, nonce=nonce)  # pave: expect fixed-key
    Fernet("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=")  # pave: expect fixed-key
    hmac.new(SECRET.encode(), b"text", "sha256")  # pave: expect fixed-key
    return jwt.encode(claims, SECRET, algorithm="HS256")  # pave: expect fixed-key


import itsdangerous
from Cryptodome.Cipher import DES3 as Triple
from cryptography.hazmat.primitives import hmac as mac, hashes
from cryptography.hazmat.primitives.ciphers.aead import AESCCM


def more(claims, token):
    Triple.new(b"0123456789abcdef01234567", Triple.MODE_CBC)  # pave: expect fixed-key
    AESCCM(b"0123456789abcdef")  # pave: expect fixed-key
    mac.HMAC(b"0123456789abcdef", hashes.SHA256())  # pave: expect fixed-key
    jwt.encode(claims, key="hunter2hunter2", algorithm="HS256")  # pave: expect fixed-key
    itsdangerous.TimestampSigner("hunter2hunter2")  # pave: expect fixed-key


def make(app):
    app.secret_key = "hunter2hunter2"  # pave: expect fixed-key
    app.config["SECRET_KEY"] = "hunter2hunter2"  # pave: expect fixed-key
    app.config.update(SECRET_KEY="hunter2hunter2", DEBUG=False)  # pave: expect fixed-key
