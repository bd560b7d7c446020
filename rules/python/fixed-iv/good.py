import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import modes


def seal(key):
    modes.GCM(os.urandom(12))
    return AES.new(key, AES.MODE_CBC, os.urandom(16))


import nacl.secret
from cryptography.hazmat.primitives.ciphers.aead import AESGCM as Gcm


def more(key, text):
    gcm = Gcm(key)
    gcm.encrypt(os.urandom(12), text, None)
    box = nacl.secret.SecretBox(key)
    return box.encrypt(text)
