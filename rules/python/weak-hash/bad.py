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
