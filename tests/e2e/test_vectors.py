#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Published vectors, from the folder that PAVE_VECTORS names; they are not part of the project."""
import gzip
import hmac
import json
import os
import subprocess
import unittest
import zlib
from pathlib import Path

VECTORS = Path(os.environ.get("PAVE_VECTORS", "") or "/nonexistent")
PROBE = Path(os.environ.get("PAVE_BUILD_DIR", ".")) / "vector_probe"


def plain(text):
    """Long vectors are kept deflated, with zlib's header."""
    data = bytes.fromhex(text)
    return zlib.decompress(data).hex() if data[:2] == b"\x78\xda" else text


class Vectors(unittest.TestCase):
    def groups(self, name):
        path = VECTORS / "wycheproof" / name
        if not path.exists():
            self.skipTest(f"{name}: PAVE_VECTORS does not name a folder that has it")
        return json.loads(path.read_text())["testGroups"]

    def probe(self, lines):
        done = subprocess.run([PROBE], input="\n".join(lines) + "\n", capture_output=True, text=True,
                              timeout=300, check=True)
        return done.stdout.splitlines()

    def test_aes_256_gcm(self):
        tests = [test for group in self.groups("aes_gcm_test.json") for test in group["tests"]
                 if (group["keySize"], group["ivSize"], group["tagSize"]) == (256, 96, 128)]
        lines = [" ".join(["gcm"] + [test[part] or "-" for part in ("key", "iv", "aad", "msg")]
                          + [test["ct"] + test["tag"]]) for test in tests]
        self.assertGreater(len(tests), 50)
        for test, answer in zip(tests, self.probe(lines), strict=True):
            expected = "opened" if test["result"] == "valid" else "refused"
            self.assertEqual(answer, expected, test["tcId"])

    def test_cobblestone_256(self):
        tests = [test for group in self.groups("c2sp_chunked_encryption_aes_256_gcm_test.json")
                 for test in group["tests"]]
        lines = [" ".join(["cobblestone", test["key"] or "-", test["ctx"] or "-", plain(test["ct"]) or "-"])
                 for test in tests]
        self.assertGreater(len(tests), 30)
        for test, answer in zip(tests, self.probe(lines), strict=True):
            expected = "refused"
            if test["result"] == "valid":
                expected = f"opened {test['msgLength']} {test['msgSha512']}"
            self.assertEqual(answer, expected, test["tcId"])

    def test_hkdf_sha256(self):
        """The library only expands; what is extracted before is done here."""
        tests = [test for group in self.groups("hkdf_sha256_test.json") for test in group["tests"]]
        lines = []
        for test in tests:
            salt = bytes.fromhex(test["salt"]) or bytes(32)
            key = hmac.new(salt, bytes.fromhex(test["ikm"]), "sha256").hexdigest()
            # One that is too long has no output: any of that size is not to be made.
            wanted = test["okm"] or "00" * test["size"]
            lines.append(f"expand {key} {test['info'] or '-'} {wanted}")
        self.assertGreater(len(tests), 50)
        for test, answer in zip(tests, self.probe(lines), strict=True):
            self.assertEqual(answer, "opened" if test["result"] == "valid" else "refused", test["tcId"])

    def test_hpke(self):
        """Base mode, X25519, HKDF-SHA256, either AEAD of messages; of each the first one, since Pave sends one."""
        path = VECTORS / "hpke" / "rfc9180-vectors.json.gz"
        if not path.exists():
            self.skipTest("PAVE_VECTORS does not name a folder that has RFC 9180's vectors")
        vectors = [vector for vector in json.loads(gzip.decompress(path.read_bytes()))
                   if (vector["mode"], vector["kem_id"], vector["kdf_id"], vector["aead_id"]) in
                   ((0, 32, 1, 2), (0, 32, 1, 3))]
        self.assertEqual(len(vectors), 2)
        lines = []
        for vector in vectors:
            first = vector["encryptions"][0]
            words = [bytes([vector["aead_id"]]).hex(), vector["skEm"], vector["skRm"], vector["info"], first["aad"],
                     first["pt"], vector["enc"], first["ct"]]
            lines.append("hpke " + " ".join(word or "-" for word in words))
            words[7] = words[7][:-2] + ("00" if words[7][-2:] != "00" else "01")
            lines.append("hpke " + " ".join(word or "-" for word in words))
        self.assertEqual(self.probe(lines), ["opened", "refused"] * len(vectors))


if __name__ == "__main__":
    unittest.main()
