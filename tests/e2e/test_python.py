#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python binding, built from its source against the library of this build."""
import os
import shutil
import subprocess
import unittest
from pathlib import Path

from pave_program import Case

SOURCE = Path(os.environ.get("PAVE_SOURCE_DIR", ".")).resolve()
BUILD = Path(os.environ.get("PAVE_BUILD_DIR", ".")).resolve()
PAVE = os.environ.get("PAVE", "")
PYTHON = "/usr/bin/python3"

POLICY = """{"pave": "policy/1", "name": "clinic", "issued": "2020-01-01", "expires": "2099-01-01",
 "keysets": {"phi": "phi.keyset"},
 "purposes": [{"name": "phi.name", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": ["patient"]}]}
"""
BEGIN = """
import pave
trust = open("trust.txt").read().strip()
library = pave.Library("policy.json", trust=trust, unlock={"phi": b"correct horse"})
key = library.key("phi.name")
def fails(kind, call, *words, **fields):
    try:
        call(*words, **fields)
    except kind as error:
        return error
    raise SystemExit(f"{kind} was not raised")
"""


class Python(Case):
    def setUp(self):
        super().setUp()
        library = BUILD / "libpave.so"
        include = Path(subprocess.run([PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('include'))"],
                                      capture_output=True, text=True, check=False).stdout.strip() or "/none") \
            if Path(PYTHON).exists() else Path("/none")
        if not library.exists() or not PAVE:
            self.skipTest("no shared library and program in this build")
        if not (include / "Python.h").exists() or not shutil.which("cc"):
            self.skipTest("no Python.h for the system's Python")
        shutil.copytree(SOURCE / "bindings/python/pave", self.folder / "pave")
        self.tool("cc", "-std=c17", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared", "-I", SOURCE / "include",
                  "-I", include, self.folder / "pave/_pave.c", "-L", BUILD, "-lpave",
                  "-o", self.folder / "pave/_pave.abi3.so")
        self.write("pw", "correct horse")
        self.write("policy.json", POLICY)
        cheap = ["--passphrase-file", "pw"]
        self.tool(PAVE, "keys", "create", "signer.keyset", "--name", "signer", "--kind", "sign", *cheap)
        self.write("trust.txt", self.tool(PAVE, "keys", "public", "signer.keyset"))
        self.tool(PAVE, "keys", "create", "phi.keyset", "--name", "phi", *cheap)
        self.tool(PAVE, "keys", "policy", "policy.json", "--signer", "signer.keyset", *cheap)

    def tool(self, *words):
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False,
                              timeout=120, cwd=self.folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def python(self, text):
        environment = dict(os.environ, LD_LIBRARY_PATH=str(BUILD), PYTHONPATH=str(self.folder))
        if "sanitize=address" in (BUILD / "build.ninja").read_text():
            runtime = subprocess.run(["cc", "-print-file-name=libasan.so"], capture_output=True, text=True, check=False)
            environment.update(LD_PRELOAD=runtime.stdout.strip(), ASAN_OPTIONS="detect_leaks=0")
        done = subprocess.run([PYTHON, "-c", BEGIN + text], capture_output=True, text=True, check=False, timeout=120,
                              cwd=self.folder, env=environment)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_seals_and_opens_in_context(self):
        self.python("""
sealed = key.seal(b"Ada", patient="p-17")
assert len(sealed) == 3 + 78 and key.open(sealed, patient=b"p-17") == b"Ada"
text = key.seal_text(b"Ada", patient="p-17")
assert text.startswith("pave1:") and key.open_text(text, patient="p-17") == b"Ada"
assert key.reseal(sealed, patient="p-17") is None
assert fails(pave.Refused, key.open, sealed, patient="p-18").name == "PAVE_REFUSED"
for i in range(len(sealed)):
    changed = bytearray(sealed)
    changed[i] ^= 1
    fails(pave.Error, key.open, bytes(changed), patient="p-17")
big = bytes(1 << 20)
assert key.open(key.seal(big, patient="p-17"), patient="p-17") == big
ada = library.key("phi.name", subject="p-17")
fails(pave.Refused, ada.open, sealed, patient="p-17")
""")

    def test_misuse_is_an_exception(self):
        self.python("""
assert fails(pave.Error, key.seal, b"Ada").name == "PAVE_CONTEXT"
fails(TypeError, key.seal, "text", patient=17)
fails(TypeError, key.seal, b"Ada", patient=17)
assert fails(pave.Error, library.key, "phi.nothing").name == "PAVE_NO_PURPOSE"
fails(pave.Untrusted, pave.Library, "policy.json", trust="pave-policy-key:" + "A" * 43, unlock={})
fails(pave.Locked, pave.Library("policy.json", trust=trust, unlock={}).key, "phi.name")
fails(pave.Locked, pave.Library("policy.json", trust=trust, unlock={"phi": b"wrong"}).key, "phi.name")
with library as closing:
    pass
fails(ValueError, library.key, "phi.name")
assert key.open(key.seal(b"still", patient="p"), patient="p") == b"still"
""")

    def test_random_values_and_passwords(self):
        self.python("""
assert len(pave.random_bytes(32)) == 32 and pave.random_below(1) == 0
assert len(pave.random_token()) == 43 and len(pave.random_pin(6)) == 6
assert pave.random_uuid()[14] == "4" and pave.random_uuid_ordered()[14] == "7"
fails(pave.Error, pave.random_pin, 3)
stored = pave.password_hash("correct horse")
assert stored.startswith("$argon2id$") and pave.password_verify("correct horse", stored) is None
fails(pave.Refused, pave.password_verify, "wrong", stored)
fails(pave.Refused, pave.password_verify, "wrong", None)
assert fails(pave.Error, pave.password_verify, "a", "md5:123").name == "PAVE_SYNTAX"
""")

    def test_tokens(self):
        self.python("""
import base64, hashlib, hmac, json, time
b64 = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()
secret = b"0123456789abcdef0123456789abcdef"
keys = pave.Jwks(json.dumps({"kty": "oct", "alg": "HS256", "k": b64(secret)}))
def token(header, **claims):
    head = b64(json.dumps(header).encode()) + "." + b64(json.dumps(claims).encode())
    return head + "." + b64(hmac.new(secret, head.encode(), hashlib.sha256).digest())
good = token({"alg": "HS256"}, iss="me", aud="you", exp=time.time() + 60, sub="ada")
assert keys.verify(good, issuer="me", audience="you")["sub"] == "ada"
fails(pave.Misdirected, keys.verify, good, issuer="me", audience="they")
fails(pave.Refused, keys.verify, good[:-2] + "AA", issuer="me", audience="you")
old = token({"alg": "HS256"}, iss="me", aud="you", exp=1)
fails(pave.Expired, keys.verify, old, issuer="me", audience="you")
none = token({"alg": "none"}, iss="me", aud="you", exp=time.time() + 60)
assert fails(pave.Error, keys.verify, none, issuer="me", audience="you").name == "PAVE_NO_KEY"
""")


if __name__ == "__main__":
    unittest.main()
