#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Node.js binding: indexes and derived keys, and the vectors of docs/spec."""
import json
import unittest

from node_binding import NodeCase
from pave_spec import AESGCM
from test_python_spec import keyset, mapping
from test_spec import vectors

KIND_OF = {"COBBLESTONE-256": "stream", "PASETO-V4-LOCAL": "token", "PASETO-V4-PUBLIC": "token"}


class Search(NodeCase):
    clinics = []
    keysets = {"search": "index", "disk": "derive"}
    policy = """{"pave": "policy/1", "name": "clinic", "issued": "2020-01-01", "expires": "2099-01-01",
 "keysets": {"search": "search.keyset", "disk": "disk.keyset"},
 "purposes": [
  {"name": "search", "keyset": "search", "suites": ["HMAC-SHA256-INDEX"], "context": [], "indexes": [
   {"name": "who", "table": "patient", "columns": {"last_name": "lower", "born": "digits"}, "bits": 13, "distinct": 1000000},
   {"name": "slow", "table": "patient", "columns": {"ssn": "digits"}, "bits": 13, "distinct": 1000000, "slow": true}]},
  {"name": "disk", "keyset": "disk", "suites": ["HKDF-SHA256"], "context": ["host"]}]}
"""

    def test_search(self):
        self.run_tests("search")


@unittest.skipUnless(AESGCM, "the Python package cryptography is not there")
class Vectors(NodeCase):
    """The vectors of docs/spec, with keysets that are made from the specification."""

    def add(self, vector, suite, key, key_id="00000001", **more):
        name = f"v{len(self.found)}"
        kind = {"message": "identity", "subject": "seal"}.get(vector["kind"], vector["kind"])
        self.write(f"{name}.keyset", keyset(name, kind, key_id, suite, bytes.fromhex(key)))
        self.found.append({**vector, "keyset": name, "suite": suite, "id": key_id})
        if kind == "identity":
            return
        purpose = {"name": vector["purpose"], "keyset": name, "suites": [suite], "context": [], **(more or {"reason": "vectors"})}
        self.write(f"{name}.json", json.dumps({
            "pave": "policy/1", "name": name, "issued": "2020-01-01", "expires": "2099-01-01",
            "keysets": {name: f"{name}.keyset"}, "purposes": [purpose]}))
        self.tool("keys", "policy", f"{name}.json", "--signer", "signer.keyset", "--program", "./program")

    def test_opens_vectors(self):
        self.found = []
        for words in vectors("vectors.txt"):
            suite, key_id, key, purpose, subject, context, sealed, message = (words + [""])[:8]
            self.add({"kind": KIND_OF.get(suite, "seal"), "purpose": purpose, "subject": subject, "context": mapping(context),
                      "sealed": sealed, "message": message}, suite, key, key_id)
        for what, key, *words in vectors("vectors-messages.txt"):
            if what == "MESSAGE":
                sender, purpose, context, now, sealed, message = words
                self.add({"kind": "message", "sender": sender, "purpose": purpose, "context": mapping(context),
                          "now": int(now), "sealed": sealed, "message": message},
                         {"6": "HPKE-X25519-ED25519", "7": "HPKE-X25519-CHACHA20-ED25519"}[sealed[3]], key)
            elif what in KIND_OF:
                purpose, context, token = words
                self.add({"kind": "token", "purpose": purpose, "context": mapping(context), "token": token}, what, key)
            elif what == "INDEX":
                purpose, table, name, columns, bits, values, token = words
                index = {"name": name, "table": table, "columns": mapping(columns), "bits": int(bits),
                         "distinct": 8 << int(bits)}
                self.add({"kind": "index", "purpose": purpose, "index": name, "values": mapping(values), "token": token},
                         "HMAC-SHA256-INDEX", key, token[:8], indexes=[index])
            elif what == "DERIVE":
                purpose, context, size, derived = words
                self.add({"kind": "derive", "purpose": purpose, "context": mapping(context), "size": int(size),
                          "derived": derived}, "HKDF-SHA256", key)
            elif what == "SUBJECT":
                purpose, subject, context, secret, sealed, message = words
                self.add({"kind": "subject", "purpose": purpose, "subject": subject, "context": mapping(context),
                          "secret": secret, "sealed": sealed, "message": message}, "KC-XAES-256-GCM", key, sealed[4:12])
        self.write("vectors.json", json.dumps(self.found))
        self.run_tests("vectors")


if __name__ == "__main__":
    unittest.main()
