from Crypto.Cipher import AES, DES
from Crypto.Cipher import ARC4 as stream
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def seal_note(key, note):
    return AES.new(key, AES.MODE_ECB).encrypt(note)  # pave: expect weak-cipher


def seal_old(key, iv, note):
    return DES.new(key, DES.MODE_CBC, iv).encrypt(note)  # pave: expect weak-cipher


def seal_stream(key, note):
    return stream.new(key).encrypt(note)  # pave: expect weak-cipher


def seal_page(key, page):
    cipher = Cipher(algorithms.AES(key), modes.ECB())  # pave: expect weak-cipher
    return cipher.encryptor().update(page)
