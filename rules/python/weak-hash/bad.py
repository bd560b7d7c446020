import hashlib
import hashlib as hl
from hashlib import md5 as digest_of
from hashlib import sha1


def sign_record(record: bytes) -> str:
    return hashlib.md5(record).hexdigest()  # pave: expect weak-hash


def sign_again(record: bytes) -> str:
    checksum = hl.sha1(record)  # pave: expect weak-hash
    return checksum.hexdigest()


def sign_with_alias(record: bytes) -> str:
    return digest_of(record).hexdigest()  # pave: expect weak-hash


def sign_in_steps(parts) -> str:
    state = sha1()  # pave: expect weak-hash
    for part in parts:
        state.update(part)
    return state.hexdigest()


from Crypto.Hash import MD5 as OldMD5, SHA as OldSHA
from Cryptodome.Hash import SHA1 as NewSHA1
from cryptography.hazmat.primitives import hashes


def more(data, key, padding, builder, certificate):
    OldMD5.new(data)  # pave: expect weak-hash
    OldSHA.new()  # pave: expect weak-hash
    NewSHA1.new(data=data)  # pave: expect weak-hash
    digest = hashes.Hash(hashes.MD5())  # pave: expect weak-hash
    key.sign(data, padding, hashes.SHA1())  # pave: expect weak-hash
    builder.sign(key, hashes.SHA1())  # pave: expect weak-hash
    certificate.sign(key, "sha1")  # pave: expect weak-hash
    return digest
