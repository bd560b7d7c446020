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


import ssl

import pyDes
from Crypto.Cipher import AES as OldAES
from Cryptodome.Cipher import ARC4 as RC4, DES3 as Triple, Blowfish as Fish
from cryptography.hazmat.decrepit.ciphers import algorithms as old


def more(key, context):
    OldAES.new(key, mode=OldAES.MODE_ECB)  # pave: expect weak-cipher
    OldAES.new(key)  # pave: expect weak-cipher
    RC4.new(key)  # pave: expect weak-cipher
    Triple.new(key, Triple.MODE_CBC)  # pave: expect weak-cipher
    Fish.new(key, Fish.MODE_CBC)  # pave: expect weak-cipher
    old.CAST5(key)  # pave: expect weak-cipher
    old.IDEA(key)  # pave: expect weak-cipher
    pyDes.triple_des(key)  # pave: expect weak-cipher
    context.set_ciphers("HIGH:RC4-SHA")  # pave: expect weak-cipher
    context.set_ciphers("ECDHE-RSA-DES-CBC3-SHA")  # pave: expect weak-cipher


def by_name(key, data):
    mode = AES.MODE_ECB
    return AES.new(key, mode).encrypt(data)  # pave: expect weak-cipher


from azure.storage.blob import BlobClient, BlobServiceClient


def stored(connection, kek, stream):
    client = BlobServiceClient.from_connection_string(connection).get_blob_client("safe", "letters")
    client.require_encryption = True
    client.key_encryption_key = kek  # pave: expect weak-cipher
    client.upload_blob(stream)
    return BlobClient(connection, require_encryption=True, key_encryption_key=kek)  # pave: expect weak-cipher
