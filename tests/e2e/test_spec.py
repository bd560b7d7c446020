#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second implementation of docs/spec/, written from it, opens the vectors beside it."""
import os
import unittest
from pathlib import Path

import pave_spec
from pave_spec import SUITES, Identity, canonical, counted, expand, purpose_key, unbase64url

SPEC = Path(os.environ.get("PAVE_SOURCE_DIR", ".")) / "docs/spec"


def vectors(name):
    for line in (SPEC / name).read_text().splitlines():
        if line and not line.startswith("#"):
            yield ["" if word == "-" else word for word in line.split()]


@unittest.skipUnless(pave_spec.AESGCM, "the Python package cryptography is not there")
class Spec(unittest.TestCase):
    def refuses_changes(self, sealed, at, opens):
        """Whatever byte is another, it does not open."""
        for i in range(at, len(sealed), 7):
            changed = sealed[:i] + bytes([sealed[i] ^ 1]) + sealed[i + 1:]
            with self.assertRaises(pave_spec.REFUSALS, msg=i):
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
                    return pave_spec.open_stream(subkey, data, context)
                if number == 3:
                    return pave_spec.open_xchacha(subkey, data, context)
                return pave_spec.open_value(subkey, data, context, number == 1)

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
                return pave_spec.open_message(me, sender, purpose, context, data)

            self.assertEqual(opens(bytes.fromhex(sealed)).hex(), message)
            self.refuses_changes(bytes.fromhex(sealed), 6, opens)

    def test_opens_tokens(self):
        for words in vectors("vectors-messages.txt"):
            if not words[0].startswith("PASETO"):
                continue
            suite, key, purpose, context, token = words
            number, opens = {"PASETO-V4-LOCAL": (9, pave_spec.open_sealed_token),
                             "PASETO-V4-PUBLIC": (10, pave_spec.open_signed_token)}[suite]
            bound = canonical(context) if context else b""
            claims, kid, prefix = opens(purpose_key(bytes.fromhex(key), number, purpose, ""), token, bound)
            self.assertEqual(claims, {"aud": "portal", "iat": "2026-11-23T08:00:00Z", "exp": "2026-11-23T09:00:00Z",
                                      "role": "nurse"})
            self.assertTrue(kid.startswith(prefix))
            with self.assertRaises(pave_spec.REFUSALS):
                opens(purpose_key(bytes.fromhex(key), number, purpose, ""), token, bound + b"x")

    def test_makes_tokens_of_indexes_and_derived_keys(self):
        made = 0
        for words in vectors("vectors-messages.txt"):
            if words[0] == "INDEX":
                _, key, purpose, table, index, columns, bits, values, token = words
                columns, values = (dict(part.split("=") for part in text.split(";")) for text in (columns, values))
                self.assertEqual(token, pave_spec.index_token(bytes.fromhex(key), token[:8], (purpose, table, index),
                                                              columns, int(bits), values))
                made += 1
            elif words[0] == "DERIVE":
                _, key, purpose, context, size, out = words
                self.assertEqual(out, pave_spec.derived(bytes.fromhex(key), purpose, canonical(context or "-"),
                                                        int(size)).hex())
                made += 1
        self.assertEqual(made, 5)

    def test_opens_with_a_subjects_secret(self):
        for words in vectors("vectors-messages.txt"):
            if words[0] != "SUBJECT":
                continue
            _, key, purpose, subject, context, secret, sealed, message = words
            key, secret, sealed = bytes.fromhex(key), bytes.fromhex(secret), bytes.fromhex(sealed)
            plain = pave_spec.open_value(expand(key, b"pave/v1/subject" + counted(subject.encode())), secret, b"", True)
            subkey = purpose_key(key, 1, purpose, subject, plain)
            self.assertEqual(pave_spec.open_value(subkey, sealed, canonical(context), True).hex(), message)
            with self.assertRaises(ValueError):
                pave_spec.open_value(purpose_key(key, 1, purpose, subject), sealed, canonical(context), True)


if __name__ == "__main__":
    unittest.main()
