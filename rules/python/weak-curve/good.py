import ecdsa
from Crypto.PublicKey import ECC
from cryptography.hazmat.primitives.asymmetric import ec


def keys():
    ec.generate_private_key(ec.SECP256R1())
    ECC.generate(curve="ed25519")
    return ecdsa.SigningKey.generate(curve=ecdsa.NIST256p)
