import hashlib
import os


def stretched(password, kept):
    salt = os.urandom(16)
    first = hashlib.pbkdf2_hmac("sha256", password, salt, 600000)
    second = hashlib.scrypt(password, salt=kept["salt"], n=16384, r=8, p=1)
    return salt, first, second
