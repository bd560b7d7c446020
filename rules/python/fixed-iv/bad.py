from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import modes

START = b"0123456789abcdef"


def seal(key):
    modes.GCM(b"\x00" * 12)  # pave: expect fixed-iv
    return AES.new(key, AES.MODE_CBC, START)  # pave: expect fixed-iv


import nacl.secret
from Cryptodome.Cipher import AES as NewAES, ChaCha20 as NewChaCha
from cryptography.hazmat.primitives.ciphers.aead import AESGCM as Gcm


def more(key, text):
    NewAES.new(key, NewAES.MODE_CBC, b"0123456789abcdef")  # pave: expect fixed-iv
    NewAES.new(key, NewAES.MODE_CBC, iv=b"0123456789abcdef")  # pave: expect fixed-iv
    NewChaCha.new(key=key, nonce=b"01234567")  # pave: expect fixed-iv
    gcm = Gcm(key)
    gcm.encrypt(b"0123456789ab", text, None)  # pave: expect fixed-iv
    box = nacl.secret.SecretBox(key)
    return box.encrypt(text, b"0123456789abcdef01234567")  # pave: expect fixed-iv
