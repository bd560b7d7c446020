from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import dsa, rsa

SHORT = 1024


def make():
    rsa.generate_private_key(public_exponent=65537, key_size=1024)  # pave: expect weak-key
    rsa.generate_private_key(65537, SHORT)  # pave: expect weak-key
    dsa.generate_private_key(1024)  # pave: expect weak-key
    return RSA.generate(512)  # pave: expect weak-key


import asyncssh
from Cryptodome.PublicKey import RSA as NewRSA
from OpenSSL import crypto


def more():
    NewRSA.generate(bits=1024)  # pave: expect weak-key
    asyncssh.generate_private_key("ssh-rsa", key_size=1024)  # pave: expect weak-key
    crypto.PKey().generate_key(crypto.TYPE_RSA, 1024)  # pave: expect weak-key


# Under a name of its own, a function stays what it is.
generate = rsa.generate_private_key


def renamed():
    make_dsa = dsa.generate_private_key
    make_dsa(key_size=SHORT)  # pave: expect weak-key
    return generate(65537, 1024)  # pave: expect weak-key
