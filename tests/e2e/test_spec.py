#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second implementation of docs/spec/sealed-forms.md, written from it, opens the vectors beside it."""
import os
import unittest
from pathlib import Path

try:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
except ImportError:
    AESGCM = None

VECTORS = Path(os.environ.get("PAVE_SOURCE_DIR", ".")) / "docs/spec/vectors.txt"
SUITES = {"KC-XAES-256-GCM": 1, "XAES-256-GCM": 2, "COBBLESTONE-256": 5}


def counted(data, size=2):
    return len(data).to_bytes(size, "big") + data


def canonical(text):
    fields = sorted(part.split("=") for part in text.split(";")) if text != "-" else []
    return len(fields).to_bytes(2, "big") + b"".join(
        counted(name.encode()) + counted(value.encode(), 4) for name, value in fields)


def expand(key, info, size=32, hash_name="SHA256"):
    return HKDFExpand(algorithm=getattr(hashes, hash_name)(), length=size, info=info).derive(key)


def mixed(*parts):
    return bytes(a ^ b ^ c for a, b, c in zip(*parts)) if len(parts) == 3 else bytes(a ^ b for a, b in zip(*parts))


class Xaes:
    def __init__(self, key):
        self.cipher = Cipher(algorithms.AES(key), modes.ECB())
        doubled = int.from_bytes(self.block(bytes(16)), "big") << 1
        if doubled >> 128:
            doubled = doubled ^ (1 << 128) ^ 0x87
        self.k1 = doubled.to_bytes(16, "big")

    def block(self, data):
        return self.cipher.encryptor().update(data)

    def key(self, nonce):
        return b"".join(self.block(mixed(bytes([0, i, 0x58, 0]) + nonce[:12], self.k1)) for i in (1, 2))

    def commitment(self, nonce):
        x1 = self.block(b"XCMT" + nonce[:12])
        return b"".join(self.block(mixed(nonce[12:] + bytes([0, 1, 0, i]), x1, self.k1)) for i in (1, 2))


def open_value(subkey, sealed, context, with_commitment):
    xaes, nonce, body = Xaes(subkey), sealed[6:30], sealed[30:]
    if with_commitment:
        if body[:32] != xaes.commitment(nonce):
            raise ValueError("commitment")
        body = body[32:]
    return AESGCM(xaes.key(nonce)).decrypt(nonce[12:], body, sealed[:6] + context)


def open_stream(subkey, sealed, context):
    info = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0" + sealed[6:30] + sealed[:6] + context
    derived = expand(subkey, info, 76, "SHA512")
    if derived[44:] != sealed[30:62]:
        raise ValueError("commitment")
    return AESGCM(derived[:32]).decrypt(derived[32:44], sealed[62:], b"")


@unittest.skipUnless(AESGCM, "the Python package cryptography is not there")
class Spec(unittest.TestCase):
    def test_opens_the_vectors(self):
        opened = 0
        for line in VECTORS.read_text().splitlines():
            suite, _, key, purpose, subject, context, sealed, message = (line.split() + [""] * 8)[:8]
            if suite not in SUITES:
                continue
            subject = "" if subject == "-" else subject
            number = SUITES[suite]
            sealed = bytes.fromhex(sealed)
            self.assertEqual(sealed[:2], bytes([0x50, 0x10 | number]))
            subkey = expand(bytes.fromhex(key), b"pave/v1/purpose" + counted(bytes([number]))
                            + counted(purpose.encode()) + counted(subject.encode()))
            if number == 5:
                plain = open_stream(subkey, sealed, canonical(context))
            else:
                plain = open_value(subkey, sealed, canonical(context), number == 1)
            self.assertEqual(plain.hex(), "" if message == "-" else message)
            opened += 1
        self.assertEqual(opened, 6)


if __name__ == "__main__":
    unittest.main()
