from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import modes

START = b"0123456789abcdef"


def seal(key):
    modes.GCM(b"\x00" * 12)  # pave: expect fixed-iv
    return AES.new(key, AES.MODE_CBC, START)  # pave: expect fixed-iv
