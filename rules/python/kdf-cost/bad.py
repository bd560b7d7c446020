import hashlib

import argon2
import bcrypt
from Crypto.Protocol.KDF import PBKDF2, scrypt
from werkzeug.security import generate_password_hash


def stretch(password, salt):
    bcrypt.hashpw(password, bcrypt.gensalt(4))  # pave: expect kdf-cost
    bcrypt.hashpw(password, bcrypt.gensalt(rounds=8))  # pave: expect kdf-cost
    hashlib.scrypt(password, salt=salt, n=1024, r=8, p=1)  # pave: expect kdf-cost
    scrypt(password, salt, 32, 4096, 8, 1)  # pave: expect kdf-cost
    argon2.PasswordHasher(time_cost=1, memory_cost=1024)  # pave: expect kdf-cost
    PBKDF2(password, salt)  # pave: expect kdf-cost
    PBKDF2(password, salt, dkLen=32)  # pave: expect kdf-cost
    return generate_password_hash(password, method="pbkdf2:sha256:1000")  # pave: expect kdf-cost
