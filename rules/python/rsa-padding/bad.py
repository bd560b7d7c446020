from Crypto.Cipher import PKCS1_v1_5
from cryptography.hazmat.primitives.asymmetric import padding


def seal(key, text):
    first = key.encrypt(text, padding.PKCS1v15())  # pave: expect rsa-padding
    return first + PKCS1_v1_5.new(key).encrypt(text)  # pave: expect rsa-padding
