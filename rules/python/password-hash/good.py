import hashlib

from argon2 import PasswordHasher


def store(user, password):
    user.digest = PasswordHasher().hash(password)


def fingerprint(document: bytes) -> str:
    return hashlib.sha256(document).hexdigest()


def derive(password: bytes, salt: bytes) -> bytes:
    return hashlib.scrypt(password, salt=salt, n=2**15, r=8, p=1)


def breach_prefix(password_reset_page: bytes) -> str:
    return hashlib.sha256(password_reset_page).hexdigest()
