import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import modes


def seal(key):
    modes.GCM(os.urandom(12))
    return AES.new(key, AES.MODE_CBC, os.urandom(16))
