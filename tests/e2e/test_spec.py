#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second implementation of docs/spec/, written from it, opens the vectors beside it."""
import base64
import hashlib
import hmac
import json
import os
import struct
import unittest
from pathlib import Path

try:
    from cryptography.exceptions import InvalidSignature, InvalidTag
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
except ImportError:
    AESGCM = None

SPEC = Path(os.environ.get("PAVE_SOURCE_DIR", ".")) / "docs/spec"
SUITES = {"KC-XAES-256-GCM": 1, "XAES-256-GCM": 2, "XCHACHA20-POLY1305-HMAC": 3, "COBBLESTONE-256": 5}


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


def raw(key):
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def rotated(word, n):
    return (word << n | word >> (32 - n)) & 0xffffffff


def hchacha20(key, nonce):
    words = list(struct.unpack("<16I", b"expand 32-byte k" + key + nonce))
    columns = [(i, i + 4, i + 8, i + 12) for i in range(4)]
    diagonals = [(0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
    for a, b, c, d in (columns + diagonals) * 10:
        for x, y, z, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            words[x] = (words[x] + words[y]) & 0xffffffff
            words[z] = rotated(words[z] ^ words[x], n)
    return struct.pack("<8I", *words[:4], *words[12:])


def open_xchacha(subkey, sealed, context):
    nonce, commitment, body = sealed[6:30], sealed[30:62], sealed[62:]
    if hmac.new(expand(subkey, b"pave/v1/xchacha/commit"), nonce, "sha256").digest() != commitment:
        raise ValueError("commitment")
    key = hchacha20(expand(subkey, b"pave/v1/xchacha/encrypt"), nonce[:16])
    return ChaCha20Poly1305(key).decrypt(bytes(4) + nonce[16:], body, sealed[:6] + context)


def purpose_key(key, number, purpose, subject, secret=b""):
    info = b"pave/v1/purpose" + counted(bytes([number])) + counted(purpose.encode()) + counted(subject.encode())
    return expand(key, info + (counted(secret) if secret else b""))


class Identity:
    def __init__(self, stored):
        self.exchange = X25519PrivateKey.from_private_bytes(expand(stored, b"pave/v1/identity/exchange"))
        self.sign = Ed25519PrivateKey.from_private_bytes(expand(stored, b"pave/v1/identity/sign"))
        self.id = identity_id(raw(self.exchange) + raw(self.sign))


def identity_id(public):
    return hashlib.blake2b(b"pave/v1/identity\0" + public, digest_size=16).digest()


def open_hpke(secret, enc, info, sealed):
    def extract(suite, salt, label, given):
        return hmac.new(salt, b"HPKE-v1" + suite + label + given, "sha256").digest()

    def labeled(suite, key, label, given, size):
        return expand(key, size.to_bytes(2, "big") + b"HPKE-v1" + suite + label + given, size)

    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\1\0\2"
    shared = extract(kem, b"", b"eae_prk", secret.exchange(X25519PublicKey.from_public_bytes(enc)))
    shared = labeled(kem, shared, b"shared_secret", enc + raw(secret), 32)
    context = b"\0" + extract(suite, b"", b"psk_id_hash", b"") + extract(suite, b"", b"info_hash", info)
    key = extract(suite, shared, b"secret", b"")
    return AESGCM(labeled(suite, key, b"key", context, 32)).decrypt(
        labeled(suite, key, b"base_nonce", context, 12), sealed, None)


def open_message(me, sender, purpose, context, sealed):
    n = int.from_bytes(sealed[2:6], "big")
    slots, rest = sealed[:6 + 96 * n], sealed[6 + 96 * n:]
    slot = next(slots[at:at + 96] for at in range(6, len(slots), 96) if slots[at:at + 16] == me.id)
    info = b"pave/v1/msg\0" + counted(purpose.encode()) + counted(me.id)
    content = open_hpke(me.exchange, slot[16:48], info, slot[48:])
    terms = b"".join(counted(part, 4) for part in (b"pave/v1/msg\0", slots, purpose.encode(), context))
    xaes, nonce = Xaes(content), rest[:24]
    if rest[24:56] != xaes.commitment(nonce):
        raise ValueError("commitment")
    inner = AESGCM(xaes.key(nonce)).decrypt(nonce[12:], rest[56:], hashlib.sha512(terms).digest())
    said, signature, body = inner[:44], inner[44:108], inner[108:]
    if said[:16] != identity_id(sender):
        raise ValueError("sender")
    digest = hashlib.sha512(terms + b"".join(counted(part, 4) for part in (sender[:32], sender[32:], said, body)))
    Ed25519PublicKey.from_public_bytes(sender[32:]).verify(
        signature, b"pave/v1/sign\0" + counted(b"pave.message.v1") + digest.digest())
    return body


def unbase64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def encoded_before(*pieces):
    return struct.pack("<Q", len(pieces)) + b"".join(struct.pack("<Q", len(piece)) + piece for piece in pieces)


def open_signed_token(seed, token, bound):
    body, footer = (unbase64url(part) for part in token.removeprefix("v4.public.").split("."))
    key = Ed25519PrivateKey.from_private_bytes(seed).public_key()
    key.verify(body[-64:], encoded_before(b"v4.public.", body[:-64], footer, bound))
    return json.loads(body[:-64]), json.loads(footer)["kid"], "k4.pid."


def open_sealed_token(key, token, bound):
    def split(label, size):
        return hashlib.blake2b(label + nonce, key=key, digest_size=size).digest()

    body, footer = (unbase64url(part) for part in token.removeprefix("v4.local.").split("."))
    nonce, text, tag = body[:32], body[32:-32], body[-32:]
    proof = hashlib.blake2b(encoded_before(b"v4.local.", nonce, text, footer, bound),
                            key=split(b"paseto-auth-key-for-aead", 32), digest_size=32).digest()
    if proof != tag:
        raise ValueError("tag")
    made = split(b"paseto-encryption-key", 56)
    stream = Cipher(algorithms.ChaCha20(hchacha20(made[:32], made[32:48]), bytes(8) + made[48:]), mode=None)
    return json.loads(stream.encryptor().update(text)), json.loads(footer)["kid"], "k4.lid."


def vectors(name):
    for line in (SPEC / name).read_text().splitlines():
        if line and not line.startswith("#"):
            yield ["" if word == "-" else word for word in line.split()]


@unittest.skipUnless(AESGCM, "the Python package cryptography is not there")
class Spec(unittest.TestCase):
    def refuses_changes(self, sealed, at, opens):
        """Whatever byte is another, it does not open."""
        for i in range(at, len(sealed), 7):
            changed = sealed[:i] + bytes([sealed[i] ^ 1]) + sealed[i + 1:]
            with self.assertRaises((ValueError, InvalidTag, InvalidSignature, StopIteration), msg=i):
                opens(changed)

    def test_opens_values_and_streams(self):
        opened = 0
        for suite, _, key, purpose, subject, context, sealed, message in (
                (words + [""])[:8] for words in vectors("vectors.txt")):
            number = SUITES[suite]
            sealed = bytes.fromhex(sealed)
            self.assertEqual(sealed[:2], bytes([0x50, 0x10 | number]))
            subkey = purpose_key(bytes.fromhex(key), number, purpose, subject)

            def opens(data, number=number, subkey=subkey, context=canonical(context or "-")):
                if number == 5:
                    return open_stream(subkey, data, context)
                if number == 3:
                    return open_xchacha(subkey, data, context)
                return open_value(subkey, data, context, number == 1)

            self.assertEqual(opens(sealed).hex(), message)
            self.refuses_changes(sealed, 6, opens)
            opened += 1
        self.assertEqual(opened, 8)

    def test_opens_messages(self):
        for words in vectors("vectors-messages.txt"):
            if words[0] != "MESSAGE":
                continue
            _, key, sender, purpose, context, _, sealed, message = words
            me, sender = Identity(bytes.fromhex(key)), unbase64url(sender.removeprefix("pave-id1:"))

            def opens(data, me=me, sender=sender, purpose=purpose, context=canonical(context or "-")):
                return open_message(me, sender, purpose, context, data)

            self.assertEqual(opens(bytes.fromhex(sealed)).hex(), message)
            self.refuses_changes(bytes.fromhex(sealed), 6, opens)

    def test_opens_tokens(self):
        for words in vectors("vectors-messages.txt"):
            if not words[0].startswith("PASETO"):
                continue
            suite, key, purpose, context, token = words
            number, opens = {"PASETO-V4-LOCAL": (9, open_sealed_token),
                             "PASETO-V4-PUBLIC": (10, open_signed_token)}[suite]
            bound = canonical(context) if context else b""
            claims, kid, prefix = opens(purpose_key(bytes.fromhex(key), number, purpose, ""), token, bound)
            self.assertEqual(claims, {"aud": "portal", "iat": "2026-11-23T08:00:00Z", "exp": "2026-11-23T09:00:00Z",
                                      "role": "nurse"})
            self.assertTrue(kid.startswith(prefix))
            with self.assertRaises((ValueError, InvalidSignature)):
                opens(purpose_key(bytes.fromhex(key), number, purpose, ""), token, bound + b"x")

    def test_opens_with_a_subjects_secret(self):
        for words in vectors("vectors-messages.txt"):
            if words[0] != "SUBJECT":
                continue
            _, key, purpose, subject, context, secret, sealed, message = words
            key, secret, sealed = bytes.fromhex(key), bytes.fromhex(secret), bytes.fromhex(sealed)
            plain = open_value(expand(key, b"pave/v1/subject" + counted(subject.encode())), secret, b"", True)
            subkey = purpose_key(key, 1, purpose, subject, plain)
            self.assertEqual(open_value(subkey, sealed, canonical(context), True).hex(), message)
            with self.assertRaises(ValueError):
                open_value(purpose_key(key, 1, purpose, subject), sealed, canonical(context), True)


if __name__ == "__main__":
    unittest.main()
