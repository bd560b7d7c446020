import hashlib
from hashlib import sha256


def store(user, password):
    user.digest = hashlib.sha256(password.encode()).hexdigest()  # pave: expect password-hash
    user.older = hashlib.md5(password).hexdigest()  # pave: expect password-hash


def store_salted(user, salt, passwd):
    user.digest = sha256(salt + passwd).hexdigest()  # pave: expect password-hash


def check(form, row):
    return hashlib.sha1(form.password.encode("utf-8")).hexdigest() == row.digest  # pave: expect password-hash
