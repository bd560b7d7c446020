from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import rsa


def make(bits):
    rsa.generate_private_key(public_exponent=65537, key_size=3072)
    rsa.generate_private_key(65537, bits)
    return RSA.generate(4096)


generate = rsa.generate_private_key
count = max


def renamed(others):
    count(65537, 1024)
    others.generate(65537, 1024)
    return generate(65537, 3072)
