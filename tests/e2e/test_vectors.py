#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Published vectors, from the folder that PAVE_VECTORS names; they are not part of the project."""
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


if __name__ == "__main__":
    unittest.main()
