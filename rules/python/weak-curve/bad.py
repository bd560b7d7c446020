import ecdsa
from Crypto.PublicKey import ECC
from cryptography.hazmat.primitives.asymmetric import ec


def keys():
    ec.generate_private_key(ec.SECP192R1())  # pave: expect weak-curve
    ec.generate_private_key(curve=ec.SECT163K1())  # pave: expect weak-curve
    ECC.generate(curve="p192")  # pave: expect weak-curve
    ecdsa.SigningKey.generate(curve=ecdsa.NIST192p)  # pave: expect weak-curve
    return ecdsa.SigningKey.generate()  # pave: expect weak-curve


CURVE = ec.SECP192R1()


def named():
    make = ec.generate_private_key
    make(CURVE)  # pave: expect weak-curve
