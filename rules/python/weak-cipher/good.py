import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def seal_note(key, note, context):
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, note, context)


def seal_page(key, page):
    cipher = AES.new(key, AES.MODE_GCM)
    return cipher.nonce + b"".join(cipher.encrypt_and_digest(page))


class DES:
    """A delivery service, not a cipher."""

    @staticmethod
    def new(parcel):
        return parcel


def send(parcel):
    return DES.new(parcel)


def offered(context, key, nonce):
    context.set_ciphers("ECDHE+AESGCM:!aNULL:!RC4:!3DES:!MD5")
    context.set_ciphers("HIGH:-DES")
    OldAES.new(key, OldAES.MODE_GCM, nonce=nonce)
