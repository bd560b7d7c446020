import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def seal_note(key, note, context):
    nonce = os.urandom(12)
    return nonce + AESGCM(key).encrypt(nonce, note, context)


def seal_page(key, page):
    cipher = AES.new(key, AES.MODE_GCM)
    return cipher.nonce + b"".join(cipher.encrypt_and_digest(page))


class DES:
    """A delivery service, not a cipher."""

    @staticmethod
    def new(parcel):
        return parcel


def send(parcel):
    return DES.new(parcel)


def offered(context, key, nonce):
    context.set_ciphers("ECDHE+AESGCM:!aNULL:!RC4:!3DES:!MD5")
    context.set_ciphers("HIGH:-DES")
    OldAES.new(key, OldAES.MODE_GCM, nonce=nonce)


from azure.storage.blob import BlobClient, BlobServiceClient


def stored(connection, kek, stream, version):
    client = BlobServiceClient.from_connection_string(connection).get_blob_client("safe", "letters")
    client.require_encryption = True
    client.key_encryption_key = kek
    client.encryption_version = '2.0'
    client.upload_blob(stream)
    other = BlobServiceClient.from_connection_string(connection).get_blob_client("safe", "letters")
    other.encryption_version = version
    other.require_encryption = True
    other.key_encryption_key = kek
    return BlobClient(connection, require_encryption=True, encryption_version="2.0", key_encryption_key=kek)
