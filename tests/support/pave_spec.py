# SPDX-License-Identifier: Apache-2.0
"""pave_spec: what docs/spec/ says, written a second time, on the Python package cryptography.

Opens what libpave seals, and seals what libpave opens.
"""
import base64
import hashlib
import hmac
import json
import os
import struct
import sys

PEERS = os.environ.get("PAVE_PEERS", "")
if os.path.isdir(os.path.join(PEERS, "python")):
    sys.path.insert(0, os.path.join(PEERS, "python"))

try:
    from cryptography.exceptions import InvalidSignature, InvalidTag
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    REFUSALS = (ValueError, InvalidTag, InvalidSignature, StopIteration)
except ImportError:
    AESGCM = None

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


def open_xaes(key, sealed, bound, with_commitment):
    """Of nonce, commitment and ciphertext the message."""
    xaes, nonce, body = Xaes(key), sealed[:24], sealed[24:]
    if with_commitment:
        if body[:32] != xaes.commitment(nonce):
            raise ValueError("commitment")
        body = body[32:]
    return AESGCM(xaes.key(nonce)).decrypt(nonce[12:], body, bound)


def seal_xaes(key, message, bound, with_commitment):
    xaes, nonce = Xaes(key), os.urandom(24)
    commitment = xaes.commitment(nonce) if with_commitment else b""
    return nonce + commitment + AESGCM(xaes.key(nonce)).encrypt(nonce[12:], message, bound)


def open_value(subkey, sealed, context, with_commitment):
    return open_xaes(subkey, sealed[6:], sealed[:6] + context, with_commitment)


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


def xchacha_keys(key):
    return expand(key, b"pave/v1/xchacha/encrypt"), expand(key, b"pave/v1/xchacha/commit")


def xchacha(key, nonce):
    """XChaCha20-Poly1305 of one nonce, as what the package has, and the nonce for that."""
    return ChaCha20Poly1305(hchacha20(key, nonce[:16])), bytes(4) + nonce[16:]


def open_committed_xchacha(key, sealed, bound):
    nonce, commitment, body = sealed[:24], sealed[24:56], sealed[56:]
    encrypt, commit = xchacha_keys(key)
    if hmac.new(commit, nonce, "sha256").digest() != commitment:
        raise ValueError("commitment")
    aead, short = xchacha(encrypt, nonce)
    return aead.decrypt(short, body, bound)


def seal_committed_xchacha(key, message, bound):
    nonce = os.urandom(24)
    encrypt, commit = xchacha_keys(key)
    aead, short = xchacha(encrypt, nonce)
    return nonce + hmac.new(commit, nonce, "sha256").digest() + aead.encrypt(short, message, bound)


def open_xchacha(subkey, sealed, context):
    return open_committed_xchacha(subkey, sealed[6:], sealed[:6] + context)


def purpose_key(key, number, purpose, subject, secret=b""):
    info = b"pave/v1/purpose" + counted(bytes([number])) + counted(purpose.encode()) + counted(subject.encode())
    return expand(key, info + (counted(secret) if secret else b""))


class Identity:
    def __init__(self, stored):
        self.exchange = X25519PrivateKey.from_private_bytes(expand(stored, b"pave/v1/identity/exchange"))
        self.sign = Ed25519PrivateKey.from_private_bytes(expand(stored, b"pave/v1/identity/sign"))
        self.public = raw(self.exchange) + raw(self.sign)
        self.id = identity_id(self.public)


def identity_id(public):
    return hashlib.blake2b(b"pave/v1/identity\0" + public, digest_size=16).digest()


def open_hpke(aead, secret, enc, info, sealed):
    """Section 5.1 of RFC 9180, base mode; `aead` is its number in section 7.3."""
    def extract(suite, salt, label, given):
        return hmac.new(salt, b"HPKE-v1" + suite + label + given, "sha256").digest()

    def labeled(suite, key, label, given, size):
        return expand(key, size.to_bytes(2, "big") + b"HPKE-v1" + suite + label + given, size)

    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\1\0" + bytes([aead])
    shared = extract(kem, b"", b"eae_prk", secret.exchange(X25519PublicKey.from_public_bytes(enc)))
    shared = labeled(kem, shared, b"shared_secret", enc + raw(secret), 32)
    context = b"\0" + extract(suite, b"", b"psk_id_hash", b"") + extract(suite, b"", b"info_hash", info)
    key = extract(suite, shared, b"secret", b"")
    cipher = AESGCM if aead == 2 else ChaCha20Poly1305
    return cipher(labeled(suite, key, b"key", context, 32)).decrypt(
        labeled(suite, key, b"base_nonce", context, 12), sealed, None)


MESSAGE_LABEL = b"pave/v1/msg\0"
# Of a message's second byte, what HPKE and the content key are used with.
MESSAGES = {0x16: (2, lambda key, sealed, bound: open_xaes(key, sealed, bound, True),
                   lambda key, message, bound: seal_xaes(key, message, bound, True)),
            0x17: (3, open_committed_xchacha, seal_committed_xchacha)}


def message_info(purpose, recipient):
    return MESSAGE_LABEL + counted(purpose.encode()) + counted(recipient)


def message_terms(slots, purpose, context):
    return b"".join(counted(part, 4) for part in (MESSAGE_LABEL, slots, purpose.encode(), context))


def signed_text(terms, sender, said, body):
    digest = hashlib.sha512(terms + b"".join(counted(part, 4) for part in (sender[:32], sender[32:], said, body)))
    return b"pave/v1/sign\0" + counted(b"pave.message.v1") + digest.digest()


def open_message(me, sender, purpose, context, sealed, hpke_open=open_hpke):
    aead, open_content, _ = MESSAGES[sealed[1]]
    n = int.from_bytes(sealed[2:6], "big")
    slots, rest = sealed[:6 + 96 * n], sealed[6 + 96 * n:]
    slot = next(slots[at:at + 96] for at in range(6, len(slots), 96) if slots[at:at + 16] == me.id)
    content = hpke_open(aead, me.exchange, slot[16:48], message_info(purpose, me.id), slot[48:])
    terms = message_terms(slots, purpose, context)
    inner = open_content(content, rest, hashlib.sha512(terms).digest())
    said, signature, body = inner[:44], inner[44:108], inner[108:]
    if said[:16] != identity_id(sender):
        raise ValueError("sender")
    Ed25519PublicKey.from_public_bytes(sender[32:]).verify(signature, signed_text(terms, sender, said, body))
    return body


def seal_message(number, me, recipients, purpose, context, body, now, hpke_seal):
    """From an identity to the public keys of others; `hpke_seal` gives enc and ciphertext."""
    aead, _, seal_content = MESSAGES[number]
    content = os.urandom(32)
    slots = bytes([0x50, number]) + len(recipients).to_bytes(4, "big")
    for public in recipients:
        to = identity_id(public)
        slots += to + b"".join(hpke_seal(aead, public[:32], message_info(purpose, to), content))
    terms = message_terms(slots, purpose, context)
    said = me.id + now.to_bytes(8, "big") + (60).to_bytes(4, "big") + os.urandom(16)
    signature = me.sign.sign(signed_text(terms, me.public, said, body))
    return slots + seal_content(content, said + signature + body, hashlib.sha512(terms).digest())


FORMS = {"exact": lambda text: text, "lower": lambda text: " ".join(text.split()).lower(),
         "digits": lambda text: "".join(byte for byte in text if byte.isdigit())}


def index_token(key, key_id, names, columns, bits, values):
    """`names` are purpose, table and index; `columns` and `values` are by name, the values plain ASCII."""
    purpose, table, index = names
    alike = ";".join(f"{name}={FORMS[form](values[name])}" for name, form in columns.items())
    info = b"pave/v1/index" + counted(table.encode()) + counted(index.encode())
    tag = hmac.new(expand(purpose_key(key, 11, purpose, ""), info), canonical(alike), "sha256").digest()
    kept = int.from_bytes(tag, "big") >> 256 - bits << -bits % 4
    return f"{key_id}.{kept:0{(bits + 3) // 4}x}"


def derived(key, purpose, context, size):
    info = b"pave/v1/derive" + size.to_bytes(4, "big") + context
    return expand(purpose_key(key, 12, purpose, ""), info, size)


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


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def split_vouched(text, name):
    """The bytes that the last member vouches for, and the members of all."""
    at = text.rindex(b",", 0, text.rindex(b'"%s"' % name.encode()))
    return text[:at], json.loads(text)


def argon2id(passphrase, salt, kib, passes):
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(salt=salt, length=32, iterations=passes, lanes=1, memory_cost=kib).derive(passphrase)


def material_context(keyset, key):
    return canonical(";".join(f"{name}={value}" for name, value in (
        ("key", key["id"]), ("keyset", keyset["name"]), ("kind", keyset["kind"]), ("suite", key["suite"]))))


class Keyset:
    """A keyset file: `wrapping` gives its wrapping key, of the members and the text that is wrapped."""

    def __init__(self, text, wrapping):
        covered, self.members = split_vouched(text, "mac")
        self.key = wrapping(self.members, unbase64url(self.members["wrap"]["key"]))
        mac = hmac.new(expand(self.key, b"pave/v1/keyset/mac"), covered, "sha256").digest()
        if base64url(mac) != self.members["mac"]:
            raise ValueError("mac")

    def material(self, key):
        plain = open_xaes(expand(self.key, b"pave/v1/keyset/material"), unbase64url(key["material"]),
                          material_context(self.members, key), True)
        if base64url(expand(plain, b"pave/v1/fingerprint")[:16]) != key["fingerprint"]:
            raise ValueError("fingerprint")
        return plain


def by_passphrase(passphrase):
    def wrapping(members, wrapped):
        wrap = members["wrap"]
        key = argon2id(passphrase, unbase64url(wrap["salt"]), wrap["argon2id-kib"], wrap["argon2id-passes"])
        return open_xaes(key, wrapped, members["name"].encode(), True)
    return wrapping


def by_keyset(parent):
    def wrapping(members, wrapped):
        key = next(key for key in parent.members["keys"] if key["id"] == wrapped[2:6].hex())
        subkey = purpose_key(parent.material(key), wrapped[1] & 15, "pave.keyset.wrap", "")
        return open_value(subkey, wrapped, canonical("keyset=" + members["name"]), True)
    return wrapping


def keyset_text(about, material, wrapping, wrap):
    """A keyset file with one primary key; `about` is its name and kind, and the key's suite and id."""
    name, kind, suite, key_id = about
    when = "2026-11-23T08:00:00Z"
    key = {"id": key_id, "suite": suite, "state": "primary", "created": when, "changed": when, "messages": 1000,
           "fingerprint": base64url(expand(material, b"pave/v1/fingerprint")[:16])}
    members = {"pave": "keyset/1", "name": name, "kind": kind, "created": when, "revision": 1, "keys": [key]}
    key["material"] = base64url(seal_xaes(expand(wrapping, b"pave/v1/keyset/material"), material,
                                          material_context(members, key), True))
    members["wrap"] = wrap
    covered = json.dumps(members).encode()[:-1]
    mac = hmac.new(expand(wrapping, b"pave/v1/keyset/mac"), covered, "sha256").digest()
    return covered + b', "mac": "%s"}' % base64url(mac).encode()


def write_keyset(name, kind, suite, key_id, passphrase, material):
    """A keyset file that a passphrase unlocks."""
    wrapping, salt = os.urandom(32), os.urandom(16)
    wrapped = seal_xaes(argon2id(passphrase, salt, 64, 1), wrapping, name.encode(), True)
    wrap = {"by": "passphrase", "argon2id-kib": 64, "argon2id-passes": 1, "salt": base64url(salt),
            "key": base64url(wrapped)}
    return keyset_text((name, kind, suite, key_id), material, wrapping, wrap)


POLICY_LABEL = b"pave/v1/policy\0"


def check_policy(text, public):
    covered, members = split_vouched(text, "signature")
    key = Ed25519PublicKey.from_public_bytes(unbase64url(public.strip().removeprefix("pave-policy-key:")))
    key.verify(unbase64url(members["signature"]), POLICY_LABEL + covered)
    return members


def sign_policy(members, seed):
    """The signed text, and the public key for those who trust it."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    covered = json.dumps(members).encode()[:-1]
    signature = base64url(key.sign(POLICY_LABEL + covered)).encode()
    return covered + b', "signature": "%s"}' % signature, "pave-policy-key:" + base64url(raw(key)) + "\n"
