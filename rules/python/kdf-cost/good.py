import hashlib

import argon2
import bcrypt
from Crypto.Protocol.KDF import PBKDF2, scrypt
from werkzeug.security import generate_password_hash


def stretch(password, salt, rounds):
    bcrypt.hashpw(password, bcrypt.gensalt())
    bcrypt.hashpw(password, bcrypt.gensalt(rounds=12))
    bcrypt.hashpw(password, bcrypt.gensalt(rounds))
    hashlib.scrypt(password, salt=salt, n=2**17, r=8, p=1)
    scrypt(password, salt, 32, 131072, 8, 1)
    argon2.PasswordHasher()
    argon2.PasswordHasher(memory_cost=65536)
    PBKDF2(password, salt, 32, count=600000)
    return generate_password_hash(password, method="pbkdf2:sha256:600000")
