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
