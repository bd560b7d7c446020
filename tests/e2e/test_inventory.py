#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`pave inventory`: every use of cryptography, and what goes through libpave."""
import json
import os
import unittest
from pathlib import Path

from pave_program import Case

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMAS = Path(os.environ.get("PAVE_CYCLONEDX_SCHEMAS", "/nonexistent"))

FILES = {
    "a.py": """\
import hashlib, hmac, pave, ssl, secrets
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.asymmetric import rsa
hashlib.md5(b"x")
hashlib.new("sha256", b"x")
Cipher(algorithms.AES(key), modes.CBC(iv))
rsa.generate_private_key(public_exponent=65537, key_size=1024)
ssl.PROTOCOL_TLSv1_1
key.seal(b"x", patient="p")
pave.password_hash("x")
secrets.token_bytes(16)
""",
    "A.java": """\
import java.security.Signature;
import javax.crypto.Cipher;
class A { void f() throws Exception {
  Cipher.getInstance("AES/GCM/NoPadding");
  Cipher.getInstance("DESede/ECB/PKCS5Padding");
  Signature.getInstance("SHA256withRSA");
} }
""",
    "a.js": """\
const crypto = require("crypto");
crypto.createCipheriv("aes-256-gcm", k, iv);
crypto.createHash("sha1");
""",
    "a.go": """\
package a
import ("crypto/tls"; "crypto/rsa"; "crypto/rand")
func f() { rsa.GenerateKey(rand.Reader, 3072); _ = &tls.Config{MinVersion: tls.VersionTLS10} }
""",
    "a.c": """\
#include <openssl/evp.h>
void f(void) { g(EVP_aes_128_cbc()); g(EVP_chacha20_poly1305()); pave_seal(k, m, n, 0, 0, &out); }
""",
}


class Inventory(Case):
    def uses(self):
        for name, text in FILES.items():
            self.write(name, text)
        status, out, err = self.pave("inventory", "--format", "json")
        self.assertEqual((status, err), (0, ""))
        return [json.loads(line) for line in out.splitlines()]

    def test_uses_are_named_alike_in_every_language(self):
        found = {(use["path"], use["algorithm"]): use for use in self.uses()}
        for name, algorithm, weak in (
                ("a.py", "MD5", True), ("a.py", "SHA-256", False), ("a.py", "AES-CBC", False),
                ("a.py", "RSA-1024", True), ("a.py", "TLS 1.1", True), ("a.py", "CSPRNG", False),
                ("a.py", "KC-XAES-256-GCM", False), ("a.py", "Argon2id", False),
                ("A.java", "AES-GCM", False), ("A.java", "3DES-ECB", True), ("A.java", "RSA", False),
                ("a.js", "AES-256-GCM", False), ("a.js", "SHA-1", True),
                ("a.go", "RSA-3072", False), ("a.go", "TLS 1.0", True),
                ("a.c", "AES-128-CBC", False), ("a.c", "ChaCha20-Poly1305", False), ("a.c", "KC-XAES-256-GCM", False)):
            with self.subTest(name=name, algorithm=algorithm):
                self.assertIn((name, algorithm), found)
                self.assertEqual(found[name, algorithm]["weak"], weak)
        through = {key for key, use in found.items() if use["through_libpave"]}
        self.assertEqual(through, {("a.py", "KC-XAES-256-GCM"), ("a.py", "Argon2id"), ("a.c", "KC-XAES-256-GCM")})

    def test_the_table_says_how_far_services_have_come(self):
        self.write("catalog-info.yaml", "kind: Component\nmetadata:\n  name: shop\n  annotations:\n"
                   "    pave.dev/data: pii\n")
        uses = self.uses()
        status, out, _ = self.pave("inventory")
        self.assertEqual(status, 0)
        self.assertIn(f"through libpave: 3 of {len(uses)} uses\n", out)
        self.assertRegex(out, rf"  shop +3 of +{len(uses)}  holds pii\n")
        self.assertRegex(out, rf"where there is\n  pii +3 of +{len(uses)}  in 1 service\n")

    def test_the_bill_of_materials_is_valid(self):
        self.uses()
        status, _, err = self.pave("inventory", "--format", "cyclonedx", "-o", "cbom.json")
        self.assertEqual((status, err), (0, ""))
        bom = json.loads((self.folder / "cbom.json").read_text())
        by_name = {component["name"]: component for component in bom["components"]}
        self.assertEqual(by_name["AES-256-GCM"]["cryptoProperties"], {
            "assetType": "algorithm",
            "algorithmProperties": {"primitive": "ae", "mode": "gcm", "parameterSetIdentifier": "256",
                                    "classicalSecurityLevel": 256}})
        self.assertEqual(by_name["TLS 1.0"]["cryptoProperties"],
                         {"assetType": "protocol", "protocolProperties": {"type": "tls", "version": "1.0"}})
        self.assertEqual(by_name["KC-XAES-256-GCM"]["evidence"]["occurrences"][0]["location"], "a.c")
        if not jsonschema or not (SCHEMAS / "bom-1.6.SNAPSHOT.schema.json").exists():
            self.skipTest("there is no jsonschema, or no schema of CycloneDX")
        schemas = [json.loads((SCHEMAS / f"{name}.SNAPSHOT.schema.json").read_text())
                   for name in ("bom-1.6", "spdx", "jsf-0.82")]
        store = {schema["$id"]: schema for schema in schemas}
        resolver = jsonschema.RefResolver.from_schema(schemas[0], store=store)
        jsonschema.Draft7Validator(schemas[0], resolver=resolver).validate(bom)

    def test_says_what_could_not_be_read(self):
        self.write("a.py", "import hashlib\nhashlib.md5(b'')\n")
        self.write("secret.py", "import hashlib\nhashlib.sha1(b'')\n").chmod(0)
        status, out, err = self.pave("inventory", **self.kept_from_reading())
        self.assertEqual((status, err), (3, "pave: secret.py: could not be read: Permission denied\n"))
        self.assertIn("through libpave: 0 of 1 uses\n", out)

    def test_says_that_large_files_were_left_out(self):
        self.write("a.py", "import hashlib\nhashlib.md5(b'')\n")
        self.write("large.py", "import hashlib\nhashlib.sha1(b'')\n" + "# a comment\n" * 100000)
        status, out, err = self.pave("inventory")
        self.assertEqual((status, err), (0, "pave: 1 file was left out: larger than 1000000 bytes\n"))
        self.assertIn("through libpave: 0 of 1 uses\n", out)

    def test_nothing_is_nothing(self):
        self.write("empty.py", "")
        self.assertEqual(self.pave("inventory", "empty.py"), (0, "through libpave: 0 of 0 uses\n", ""))
        status, _, err = self.pave("inventory", "nowhere")
        self.assertEqual(status, 2)
        self.assertIn("nowhere", err)


if __name__ == "__main__":
    unittest.main()
