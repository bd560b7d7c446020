#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Published vectors, from the folder that PAVE_VECTORS names; they are not part of the project."""
import base64
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


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def side_by_side(der, size):
    """Both numbers of a signature in strict DER; None for what is none, or has numbers that do not fit."""
    data = bytes.fromhex(der)
    if len(data) < 8 or data[0] != 0x30 or data[1] > 127 or data[1] != len(data) - 2:
        return None
    numbers, at = b"", 2
    for _ in range(2):
        n = data[at + 1] if at + 1 < len(data) else 0
        number = data[at + 2:at + 2 + n]
        if n == 0 or data[at] != 2 or len(number) != n or number[0] > 127:
            return None
        if n > 1 and number[0] == 0 and number[1] < 128 or len(number.lstrip(b"\0")) > size:
            return None
        numbers += number.lstrip(b"\0").rjust(size, b"\0")
        at += 2 + n
    return numbers.hex() if at == len(data) else None


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

    def check(self, tests, lines, at_least):
        self.assertGreaterEqual(len(tests), at_least)
        for test, answer in zip(tests, self.probe(lines), strict=True):
            self.assertEqual(answer, "opened" if test["result"] == "valid" else "refused", test["tcId"])

    def cases(self, name, **only):
        return [test for group in self.groups(name) if all(group[part] == value for part, value in only.items())
                for test in group["tests"]]

    def test_hkdf_sha256(self):
        """The library only expands; what is extracted before is done here."""
        tests = self.cases("hkdf_sha256_test.json")
        lines = []
        for test in tests:
            salt = bytes.fromhex(test["salt"]) or bytes(32)
            key = hmac.new(salt, bytes.fromhex(test["ikm"]), "sha256").hexdigest()
            # One that is too long has no output: any of that size is not to be made.
            wanted = test["okm"] or "00" * test["size"]
            lines.append(f"expand {key} {test['info'] or '-'} {wanted}")
        self.check(tests, lines, 80)

    def test_chacha20_poly1305_and_xchacha20_poly1305(self):
        """Of HPKE, and of values of suite 3."""
        for verb, name, bits in (("chacha", "chacha20_poly1305_test.json", 96),
                                 ("xchacha", "xchacha20_poly1305_test.json", 192)):
            tests = self.cases(name, ivSize=bits, keySize=256, tagSize=128)
            lines = [" ".join([verb] + [test[part] or "-" for part in ("key", "iv", "aad", "msg")] +
                              [test["ct"] + test["tag"]]) for test in tests]
            self.check(tests, lines, 250)

    def test_x25519(self):
        """A shared point of zero is refused; all else is what was published."""
        tests = self.cases("x25519_test.json")
        lines = [f"x25519 {test['private']} {test['public']} {test['shared']}" for test in tests]
        self.assertGreater(len(tests), 500)
        for test, answer in zip(tests, self.probe(lines), strict=True):
            is_zero = int(test["shared"], 16) == 0
            self.assertEqual(answer, "refused" if is_zero else "opened", test["tcId"])
            self.assertTrue(is_zero or test["result"] != "invalid", test["tcId"])

    def check_signatures(self, name, at_least, jwk_of, signature_of=lambda sig: sig):
        tests, lines = [], []
        for group in self.groups(name):
            key = json.dumps(jwk_of(group)).encode().hex()
            for test in group["tests"]:
                signature = signature_of(test["sig"])
                if signature is not None:
                    tests.append(test)
                    lines.append(f"verify {key} {test['msg'] or '-'} {signature or '-'}")
        self.check(tests, lines, at_least)

    def test_ecdsa(self):
        def key(bits, digits):
            def read(group):
                point = group["publicKey"]["uncompressed"]
                x, y = (base64url(bytes.fromhex(point[at:at + digits])) for at in (2, 2 + digits))
                return {"kty": "EC", "crv": f"P-{bits}", "x": x, "y": y, "alg": f"ES{bits}"}
            return read

        self.check_signatures("ecdsa_secp256r1_sha256_p1363_test.json", 262, key(256, 64))
        # These are DER; a token has two numbers side by side, so others than whole numbers have no form there.
        self.check_signatures("ecdsa_secp384r1_sha384_test.json", 260, key(384, 96), lambda sig: side_by_side(sig, 48))

    def test_rsa_pss(self):
        self.check_signatures("rsa_pss_3072_sha256_mgf1_32_test.json", 108, lambda group: group["publicKeyJwk"])

    def test_hmac(self):
        """As the signature of a token: keys as long as the digest, tags that are whole."""
        for bits in (256, 384, 512):
            tests, lines = [], []
            for test in self.cases(f"hmac_sha{bits}_test.json", tagSize=bits):
                if len(test["key"]) * 4 >= bits:
                    key = {"kty": "oct", "k": base64url(bytes.fromhex(test["key"])), "alg": f"HS{bits}"}
                    tests.append(test)
                    lines.append(f"verify {json.dumps(key).encode().hex()} {test['msg'] or '-'} {test['tag']}")
            self.check(tests, lines, 50)

    def test_json_web_crypto(self):
        """What is signed; what is encrypted in that form is not offered."""
        tests, lines = [], []
        for group in self.groups("json_web_crypto_test.json"):
            keys = json.dumps(group.get("public") or group["private"]).encode().hex()
            for test in group["tests"]:
                if isinstance(test.get("jws"), str):
                    tests.append(test)
                    lines.append(f"jws {keys} {test['jws'].encode().hex() or '-'}")
        self.assertGreater(len(tests), 45)
        for test, answer in zip(tests, self.probe(lines), strict=True):
            self.assertEqual(answer == "opened", test["result"] == "valid", test["tcId"])

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
