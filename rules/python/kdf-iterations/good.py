import hashlib


def stretch(password: bytes, salt: bytes, count: int) -> bytes:
    hashlib.pbkdf2_hmac("sha256", password, salt, count)
    return hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)
