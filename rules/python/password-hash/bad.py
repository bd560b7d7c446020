import hashlib
from hashlib import sha256


def store(user, password):
    user.digest = hashlib.sha256(password.encode()).hexdigest()  # pave: expect password-hash
    user.older = hashlib.md5(password).hexdigest()  # pave: expect password-hash


def store_salted(user, salt, passwd):
    user.digest = sha256(salt + passwd).hexdigest()  # pave: expect password-hash


def check(form, row):
    return hashlib.sha1(form.password.encode("utf-8")).hexdigest() == row.digest  # pave: expect password-hash


import crypt
import getpass

from cryptography.hazmat.primitives import hashes
from passlib.hash import ldap_sha1, md5_crypt
from werkzeug.security import generate_password_hash

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # pave: expect password-hash


def store(user, password, salt):
    hashlib.sha256((salt + password).encode()).hexdigest()  # pave: expect password-hash
    hashlib.sha256(f"{salt}{password}".encode()).hexdigest()  # pave: expect password-hash
    hashlib.new("sha512", password.encode()).hexdigest()  # pave: expect password-hash
    digest = hashlib.sha512()
    digest.update(password.encode())  # pave: expect password-hash
    other = hashes.Hash(hashes.SHA256())
    other.update(password)  # pave: expect password-hash
    md5_crypt.hash(password)  # pave: expect password-hash
    ldap_sha1.hash(password)  # pave: expect password-hash
    crypt.crypt(password, crypt.METHOD_MD5)  # pave: expect password-hash
    return generate_password_hash(password, method="sha256")  # pave: expect password-hash


def ask():
    answer = getpass.getpass()
    return hashlib.sha256(answer.encode()).hexdigest()  # pave: expect password-hash


from passlib.context import CryptContext

CONTEXT = CryptContext(schemes=["md5_crypt"])  # pave: expect password-hash


def kept(user, entered):
    user.password = hashlib.sha256(entered.encode()).hexdigest()  # pave: expect password-hash
