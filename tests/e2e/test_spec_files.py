#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A second implementation of docs/spec/ reads the keysets and policies of `pave`, and `pave` reads those that it writes."""
import json
import os
import unittest
from pathlib import Path

import pave_spec
from pave_program import Case
from pave_spec import canonical, purpose_key

try:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
except ImportError:
    Argon2id = None

PASSPHRASE = b"correct horse battery"
SPEC = Path(os.environ.get("PAVE_SOURCE_DIR", ".")) / "docs/spec"
TRUST = "pave-policy-key:Pun8oEh7_J7W1-hI5Nwiul8qQmGVtaFton_wCYErSgM"
VALUE = ("pave1:UBEb29O5bXgaqx303uRn4qKu6IkfAWWx7NLTlPVS39HDXTEJlHAj9uvFvf2y0-3Tolyr1CsDPogT0cLCaFc4"
         "oIe7w52cNUda9gMNs9tooHINDCyJ7QfKfoMl")
PROGRAM = '#!/bin/sh\nread -r version verb keyset text\necho "ok $text"\n'


def policy(keysets):
    return {"pave": "policy/1", "name": "clinic", "issued": "2026-01-01", "expires": "9000-01-01", "keysets": keysets,
            "purposes": [{"name": "phi.name", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": ["patient"]}]}


@unittest.skipUnless(Argon2id, "the Python package cryptography has no Argon2id, or is not there")
class Files(Case):
    def setUp(self):
        super().setUp()
        self.write("pw", PASSPHRASE + b"\n")
        self.write("program", PROGRAM).chmod(0o700)

    def does(self, *words, **options):
        status, out, err = self.pave(*words, **options)
        self.assertEqual((status, err), (0, ""))
        return out

    def read(self, name):
        return (self.folder / name).read_bytes()

    def open_value(self, keyset, sealed):
        key = next(key for key in keyset.members["keys"] if key["id"] == sealed[2:6].hex())
        subkey = purpose_key(keyset.material(key), 1, "phi.name", "")
        return pave_spec.open_value(subkey, sealed, canonical("patient=p-17"), True)

    def seal(self, words, keyset):
        """A keyset, a policy over it, and a value that `pave seal` sealed."""
        self.does("keys", "create", "signer.keyset", "--name", "signer", "--kind", "sign", "--passphrase-file", "pw")
        self.write("trust", self.does("keys", "public", "signer.keyset"))
        self.write("policy.json", json.dumps(policy({"phi": keyset}), indent=1))
        self.does("keys", "policy", "policy.json", "--signer", "signer.keyset", "--passphrase-file", "pw")
        self.does("seal", "--policy", "policy.json", "--trust", "trust", *words, "-p", "phi.name", "-c", "patient=p-17",
                  "-o", "value", stdin=b"Ada")
        return self.read("value")

    def test_reads_what_pave_writes(self):
        self.does("keys", "create", "phi.keyset", "--name", "phi", "--passphrase-file", "pw")
        self.does("keys", "rotate", "phi.keyset", "--passphrase-file", "pw")
        sealed = self.seal(["--passphrase-file", "pw"], "phi.keyset")
        keyset = pave_spec.Keyset(self.read("phi.keyset"), pave_spec.by_passphrase(PASSPHRASE))
        self.assertEqual([key["state"] for key in keyset.members["keys"]], ["primary", "pending"])
        self.assertEqual(self.open_value(keyset, sealed), b"Ada")
        members = pave_spec.check_policy(self.read("policy.json"), (self.folder / "trust").read_text())
        self.assertEqual(members["purposes"][0]["name"], "phi.name")
        with self.assertRaises(pave_spec.REFUSALS):
            pave_spec.Keyset(self.read("phi.keyset"), pave_spec.by_passphrase(b"another horse"))
        for name, good, check in (
                ("phi.keyset", b'"state":"pending"', lambda text: pave_spec.Keyset(
                    text, pave_spec.by_passphrase(PASSPHRASE))),
                ("policy.json", b'"patient"', lambda text: pave_spec.check_policy(
                    text, (self.folder / "trust").read_text()))):
            text = self.read(name)
            self.assertIn(good, text)
            with self.assertRaises(pave_spec.REFUSALS):
                check(text.replace(good, good.replace(b"p", b"q", 1)))

    def test_reads_keysets_under_a_parent_and_a_program(self):
        self.does("keys", "create", "root.keyset", "--name", "root", "--program", self.folder / "program")
        self.does("keys", "create", "phi.keyset", "--name", "phi", "--passphrase-file", "pw")
        self.does("keys", "rewrap", "phi.keyset", "--passphrase-file", "pw", "--new-program", self.folder / "program")
        sealed = self.seal(["--program", self.folder / "program"], "phi.keyset")
        # This program's answer is what it was told: the key itself.
        plain = pave_spec.Keyset(self.read("phi.keyset"), lambda members, wrapped: wrapped)
        self.assertEqual(self.open_value(plain, sealed), b"Ada")
        self.does("keys", "create", "top.keyset", "--name", "top", "--passphrase-file", "pw")
        self.does("keys", "rewrap", "phi.keyset", "--program", self.folder / "program", "--new-parent", "top.keyset",
                  "--parent-passphrase-file", "pw")
        parent = pave_spec.Keyset(self.read("top.keyset"), pave_spec.by_passphrase(PASSPHRASE))
        child = pave_spec.Keyset(self.read("phi.keyset"), pave_spec.by_keyset(parent))
        self.assertEqual(self.open_value(child, sealed), b"Ada")

    def test_files_of_version_1_are_read_for_ever(self):
        """vectors-keyset.json is as it was after a rotation; VALUE was sealed before."""
        for name in ("vectors-keyset.json", "vectors-policy.json"):
            self.write(name, (SPEC / name).read_bytes())
        self.write("trust", TRUST)
        self.write("value", VALUE)
        self.assertEqual(self.does("open", "--policy", "vectors-policy.json", "--trust", "trust", "--passphrase-file", "pw",
                                   "-p", "phi.name", "-c", "patient=p-17", "value"), "Ada Lovelace")
        keyset = pave_spec.Keyset(self.read("vectors-keyset.json"), pave_spec.by_passphrase(PASSPHRASE))
        self.assertEqual(self.open_value(keyset, pave_spec.unbase64url(VALUE.removeprefix("pave1:"))), b"Ada Lovelace")
        pave_spec.check_policy(self.read("vectors-policy.json"), TRUST)

    def test_pave_reads_what_it_writes(self):
        material, seed = os.urandom(32), os.urandom(32)
        self.write("phi.keyset", pave_spec.write_keyset("phi", "seal", "KC-XAES-256-GCM", "0badcafe", PASSPHRASE,
                                                        material))
        text, trust = pave_spec.sign_policy(policy({"phi": "phi.keyset"}), seed)
        self.write("policy.json", text)
        self.write("trust", trust)
        header = bytes.fromhex("50110badcafe")
        context = canonical("patient=p-17")
        sealed = header + pave_spec.seal_xaes(purpose_key(material, 1, "phi.name", ""), b"Ada", header + context, True)
        self.write("value", sealed)
        words = ["--policy", "policy.json", "--trust", "trust", "--passphrase-file", "pw", "-p", "phi.name", "-c"]
        self.does("keys", "check", "phi.keyset", "--passphrase-file", "pw")
        self.assertEqual(self.does("open", *words, "patient=p-17", "value"), "Ada")
        status, out, _ = self.pave("open", *words, "patient=p-18", "value")
        self.assertEqual((status, out), (3, ""))
        # And goes on from there.
        self.does("keys", "rotate", "phi.keyset", "--passphrase-file", "pw")
        self.assertEqual(self.does("open", *words, "patient=p-17", "value"), "Ada")


if __name__ == "__main__":
    unittest.main()
