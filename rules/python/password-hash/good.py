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


from passlib.hash import argon2, bcrypt
from werkzeug.security import generate_password_hash

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.MD5PasswordHasher",
]


def sound(password, body):
    argon2.hash(password)
    bcrypt.using(rounds=12).hash(password)
    generate_password_hash(password, method="scrypt")
    digest = hashlib.sha256()
    digest.update(body)
    return digest.hexdigest()


def is_pwned(password):
    return ask_list(hashlib.sha1(password.encode()).hexdigest()[:5])


from passlib.context import CryptContext

CONTEXT = CryptContext(schemes=["argon2", "md5_crypt"], deprecated="auto")


def kept(file):
    file.password_file_digest = hashlib.sha256(file.data).hexdigest()
