import hashlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

SALT = b"a salt for all of them"


def stretched(password):
    first = hashlib.pbkdf2_hmac("sha256", password, SALT, 600000)  # pave: expect fixed-salt
    second = hashlib.scrypt(password, salt="kitchen".encode(), n=16384, r=8, p=1)  # pave: expect fixed-salt
    third = PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=SALT, iterations=600000)  # pave: expect fixed-salt
    return first, second, third
