from Crypto.Cipher import PKCS1_OAEP
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding


def seal(key, text, signer):
    first = key.encrypt(text, padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None))
    signer.sign(text, padding.PKCS1v15(), hashes.SHA256())
    return first + PKCS1_OAEP.new(key).encrypt(text)
