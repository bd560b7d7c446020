import hashlib

from Crypto.Protocol.KDF import PBKDF2


def stretch(password: bytes, salt: bytes) -> bytes:
    PBKDF2(password, salt, 32, count=1000)  # pave: expect kdf-iterations
    return hashlib.pbkdf2_hmac("sha256", password, salt, 1000)  # pave: expect kdf-iterations

def more(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password, salt, iterations=5000) # pave: expect kdf-iterations
