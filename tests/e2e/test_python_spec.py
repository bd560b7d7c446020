#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The vectors of docs/spec, opened through the Python binding with keysets that are made here from the specification."""
import json
import unittest
from datetime import datetime, timezone

from pave_spec import AESGCM, base64url, keyset_text
from python_binding import SOURCE, BindingCase
from test_spec import vectors
from test_spec_files import PASSPHRASE, TRUST, VALUE

WRAPPING_KEY = bytes(range(32))


def keyset(name, kind, key_id, suite, key):
    """A keyset file of one primary key, unlocked by a program that gives back what is stored."""
    wrap = {"by": "program", "key": base64url(WRAPPING_KEY)}
    return keyset_text((name, kind, suite, key_id), key, WRAPPING_KEY, wrap)


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
import base64, io, pave
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

    def test_opens_by_a_keyset_and_a_policy_of_version_1(self):
        for name in ("vectors-keyset.json", "vectors-policy.json"):
            self.write(name, (SOURCE / "docs/spec" / name).read_bytes())
        self.opens("""
with pave.Library("vectors-policy.json", trust=TRUST, unlock={"phi": PASSPHRASE}) as library:
    key = library.key("phi.name")
    assert key.open_text(VALUE, patient="p-17") == b"Ada Lovelace"
    refused(key.open_text, VALUE, patient="p-18")
    assert key.reseal(base64.urlsafe_b64decode(VALUE.removeprefix("pave1:") + "=="), patient="p-17")
""", TRUST=TRUST, VALUE=VALUE, PASSPHRASE=PASSPHRASE)


if __name__ == "__main__":
    unittest.main()
