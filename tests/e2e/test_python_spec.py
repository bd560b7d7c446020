#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The vectors of docs/spec, opened through the Python binding with keysets that are made here from the specification."""
import base64
import hmac
import json
import unittest
from datetime import datetime, timezone

from pave_spec import AESGCM, canonical, expand, seal_xaes
from python_binding import BindingCase
from test_spec import vectors

NOW = "2026-11-23T08:00:00Z"
WRAPPING_KEY = bytes(range(32))


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def material(name, kind, key_id, suite, key):
    """KC-XAES-256-GCM under a key of the wrapping key, with what the file says of it as associated data."""
    context = canonical(f"key={key_id};keyset={name};kind={kind};suite={suite}")
    return seal_xaes(expand(WRAPPING_KEY, b"pave/v1/keyset/material"), key, context, True)


def keyset(name, kind, key_id, suite, key):
    """A keyset file of one primary key, unlocked by a program that gives back what is stored."""
    one = {"id": key_id, "suite": suite, "state": "primary", "created": NOW, "changed": NOW, "messages": 1 << 40,
           "fingerprint": base64url(expand(key, b"pave/v1/fingerprint")[:16]),
           "material": base64url(material(name, kind, key_id, suite, key))}
    text = json.dumps({"pave": "keyset/1", "name": name, "kind": kind, "created": NOW, "revision": 1, "keys": [one],
                       "wrap": {"by": "program", "key": base64url(WRAPPING_KEY)}}).encode()[:-1]
    mac = hmac.new(expand(WRAPPING_KEY, b"pave/v1/keyset/mac"), text, "sha256").digest()
    return text + f',"mac":"{base64url(mac)}"}}\n'.encode()


def mapping(context):
    return dict(part.split("=") for part in context.split(";")) if context else {}


@unittest.skipUnless(AESGCM, "the Python package cryptography is not there")
class Vectors(BindingCase):
    def policy_of(self, *purposes):
        text = {"pave": "policy/1", "name": "vectors", "issued": "2020-01-01", "expires": "2099-01-01",
                "keysets": {name: f"{name}.keyset" for name, _, _ in purposes},
                "purposes": [{"name": purpose, "keyset": name, "suites": [suite], "context": [], "reason": "vectors"}
                             for name, purpose, suite in purposes]}
        self.write("policy.json", json.dumps(text))
        self.tool("keys", "policy", "policy.json", "--signer", "signer.keyset", "--program", "./program")

    def opens(self, text, **values):
        begin = f"values = {values!r}\nglobals().update(values)\n" + """
import io, pave
by_program = pave.Unlock(program="./program")
def library():
    with open("trust.txt") as file:
        return pave.Library("policy.json", trust=file.read().strip(), unlock=lambda keyset: by_program)
def refused(call, *words, **fields):
    try:
        call(*words, **fields)
    except pave.Refused:
        return
    raise SystemExit("pave.Refused was not raised")
def changed(sealed, i):
    return sealed[:i] + bytes([sealed[i] ^ 1]) + sealed[i + 1:]
"""
        self.python(text, begin=begin)

    def test_opens_values_and_streams(self):
        opened = 0
        for suite, key_id, key, purpose, subject, context, sealed, message in (
                (words + [""])[:8] for words in vectors("vectors.txt")):
            kind = "stream" if suite == "COBBLESTONE-256" else "seal"
            self.write("v.keyset", keyset("v", kind, key_id, suite, bytes.fromhex(key)))
            self.policy_of(("v", purpose, suite))
            self.opens("""
key = library().key(purpose, subject=subject or None)
def opened(data):
    return key.open(data, context) if kind == "seal" else key.reader(io.BytesIO(data), context).readall()
assert opened(sealed) == message
for i in range(6, len(sealed)):
    refused(opened, changed(sealed, i))
refused(opened, sealed + b"x") if kind == "stream" else None
if kind == "seal":
    out = bytearray(len(message))
    assert key.open_into(sealed, out, context) == len(message) and out == message
    again, = key.open_batch([sealed], context)
    assert again == message
    assert key.open(key.seal(message, context), context) == message
""", purpose=purpose, subject=subject, context=mapping(context), kind=kind, sealed=bytes.fromhex(sealed),
                       message=bytes.fromhex(message))
            opened += 1
        self.assertEqual(opened, len(list(vectors("vectors.txt"))))
        self.assertGreaterEqual(opened, 8)

    def test_opens_messages(self):
        opened = 0
        for words in vectors("vectors-messages.txt"):
            if words[0] != "MESSAGE":
                continue
            _, key, sender, purpose, context, now, sealed, message = words
            self.write("me.keyset", keyset("me", "identity", "00000001", "HPKE-X25519-ED25519", bytes.fromhex(key)))
            self.opens("""
me = pave.Identity("me.keyset", unlock=by_program)
trust = pave.Trust('{"pave":"trust/1","identities":[{"name":"sender","public":"%s"}]}' % sender)
def opened(data, context=context):
    return me.open_message(data, context, purpose=purpose, trust=trust, replay=None, now=now)
got = opened(sealed)
assert got.body == message and got.sender == "sender" and got.sent <= now < got.expires
refused(opened, sealed, dict(context, more="x"))
n = int.from_bytes(sealed[2:6], "big")
for i in range(6 + 96 * n, len(sealed)):
    refused(opened, changed(sealed, i))
""", sender=sender, purpose=purpose, context=mapping(context), now=int(now), sealed=bytes.fromhex(sealed),
                       message=bytes.fromhex(message))
            opened += 1
        self.assertGreaterEqual(opened, 2)

    def test_verifies_tokens(self):
        now = int(datetime(2026, 11, 23, 8, 30, tzinfo=timezone.utc).timestamp())
        verified = 0
        for words in vectors("vectors-messages.txt"):
            if not words[0].startswith("PASETO"):
                continue
            suite, key, purpose, context, token = words
            self.write("t.keyset", keyset("t", "token", "00000001", suite, bytes.fromhex(key)))
            self.policy_of(("t", purpose, suite))
            self.opens("""
key = library().key(purpose)
claims = key.verify_token(token, context, audience="portal", now=now)
assert claims == {"aud": "portal", "iat": "2026-11-23T08:00:00Z", "exp": "2026-11-23T09:00:00Z", "role": "nurse"}
refused(key.verify_token, token, dict(context, more="x"), audience="portal", now=now)
try:
    key.verify_token(token, context, audience="portal", now=now + 3600)
    raise SystemExit("it does not end")
except pave.Expired:
    pass
""", purpose=purpose, context=mapping(context), token=token, now=now)
            verified += 1
        self.assertEqual(verified, 2)

    def test_opens_with_a_subjects_secret(self):
        for words in vectors("vectors-messages.txt"):
            if words[0] != "SUBJECT":
                continue
            _, key, purpose, subject, context, secret, sealed, message = words
            key_id = sealed[4:12]
            self.write("s.keyset", keyset("s", "seal", key_id, "KC-XAES-256-GCM", bytes.fromhex(key)))
            self.policy_of(("s", purpose, "KC-XAES-256-GCM"))
            self.opens("""
key = library().key(purpose, subject=subject, secret=secret)
assert key.open(sealed, context) == message
refused(library().key(purpose, subject=subject).open, sealed, context)
for i in range(6, len(secret)):
    refused(library().key, purpose, subject=subject, secret=changed(secret, i)) if i % 5 == 0 else None
""", purpose=purpose, subject=subject, context=mapping(context), secret=bytes.fromhex(secret),
                       sealed=bytes.fromhex(sealed), message=bytes.fromhex(message))


if __name__ == "__main__":
    unittest.main()
