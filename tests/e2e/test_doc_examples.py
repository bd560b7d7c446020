#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The examples of docs/crypto: C is compiled and run, JavaScript, Python and shell are run.

The blocks of a page are one program; tests/docs/PAGE.c, PAGE.mjs and PAGE.py call what they define.
"""
import base64
import hashlib
import hmac
import json
import os
import re
import shutil
import time
import unittest

import node_binding
import python_binding
from python_binding import BUILD, SOURCE, BindingCase, environment, is_sanitized, run

PAGES = sorted((SOURCE / "docs/crypto").glob("*.md"))
WITH = SOURCE / "tests/docs"
POLICY = """{"pave": "policy/1", "name": "clinic", "issued": "2020-01-01", "expires": "2099-01-01",
 "keysets": {"phi": "phi.keyset", "files": "files.keyset", "login": "login.keyset", "invite": "invite.keyset",
             "search": "search.keyset", "disks": "disks.keyset"},
 "purposes": [
  {"name": "phi.patient.name", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": ["patient"]},
  {"name": "phi.scan", "keyset": "files", "suites": ["COBBLESTONE-256"], "context": ["patient"]},
  {"name": "login", "keyset": "login", "suites": ["PASETO-V4-LOCAL"], "context": ["user"]},
  {"name": "invite", "keyset": "invite", "suites": ["PASETO-V4-PUBLIC"], "context": []},
  {"name": "disk", "keyset": "disks", "suites": ["HKDF-SHA256"], "context": ["host"]},
  {"name": "phi.search", "keyset": "search", "suites": ["HMAC-SHA256-INDEX"], "context": [],
   "indexes": [{"name": "who", "table": "patient", "columns": {"last_name": "lower", "born": "digits"}, "bits": 13,
                "distinct": 1000000}]}]}
"""
BEGIN = """
import pave

with open("trust.txt") as file:
    trust = file.read().strip()

def open_library():
    return pave.Library("policy.json", trust=trust, unlock=lambda keyset: pave.Unlock(program="./unwrap"))

def refused(call, kind=pave.Refused):
    try:
        call()
    except kind:
        return
    raise SystemExit(f"{kind} was not raised")

def page():
    with open("page.py") as file:
        exec(compile(file.read(), NAME, "exec"), globals())
"""


def blocks(page, language):
    """With the number of the line before each, so that a compiler's message leads there."""
    text = page.read_text()
    for found in re.finditer(rf"^```{language}\n(.*?)^```$", text, re.M | re.S):
        yield text.count("\n", 0, found.start()) + 1, found[1]


def token_of(secret):
    def encoded(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    claims = {"iss": "https://login.clinic.example", "aud": "billing", "exp": int(time.time()) + 600}
    head = encoded(b'{"alg":"HS256"}') + "." + encoded(json.dumps(claims).encode())
    return head + "." + encoded(hmac.new(secret, head.encode(), hashlib.sha256).digest())


class Examples(BindingCase):
    policy = POLICY
    keysets = dict(python_binding.KEYSETS, archive="identity")
    clinics = []

    def make_clinic(self):
        super().make_clinic()
        shutil.copy(self.folder / "program", self.folder / "unwrap")
        self.write("scan.dcm", "0123456789abcdef" * 2)
        self.write("pw", "correct horse")
        # The pages show one identity that a passphrase unlocks.
        self.tool("keys", "rewrap", "clinic.keyset", "--program", "./program", "--new-passphrase-file", "pw")
        secret = b"0123456789abcdef0123456789abcdef"
        key = base64.urlsafe_b64encode(secret).rstrip(b"=").decode()
        self.write("jwks.json", json.dumps({"kty": "oct", "alg": "HS256", "k": key}))
        self.write("jwt.txt", token_of(secret))

    def c_program(self, page):
        text = (WITH / "prelude.h").read_text()
        for line, block in blocks(page, "c"):
            text += f'#line {line + 1} "{page.name}"\n{block}'
        for name in ("opened.h", page.stem + ".c"):
            if name != "opened.h" or "open_library" in (WITH / f"{page.stem}.c").read_text():
                text += f'#line 1 "tests/docs/{name}"\n' + (WITH / name).read_text()
        return text

    def test_c_compiles_and_does_what_it_says(self):
        ran = 0
        sanitizers = ["-fsanitize=address,undefined"] if is_sanitized() else []
        for page in (page for page in PAGES if list(blocks(page, "c"))):
            source = self.write(page.stem + ".c", self.c_program(page))
            words = ["-I", SOURCE / "include", source]
            done = run("cc", "-std=c99", "-Wall", "-Wextra", "-Werror", *sanitizers, *words, "-L", BUILD, "-lpave",
                       "-o", self.folder / "example")
            self.assertEqual(done.returncode, 0, done.stderr)
            done = run("c++", "-std=c++11", "-Wall", "-Werror", "-x", "c++", "-fsyntax-only", *words)
            self.assertEqual(done.returncode, 0, done.stderr)
            done = run(self.folder / "example", cwd=self.folder, env=dict(os.environ, LD_LIBRARY_PATH=str(BUILD)))
            self.assertEqual(done.returncode, 0, f"{page.name}: {done.stderr}")
            ran += 1
        self.assertEqual(ran, len(list(WITH.glob("*.c"))))

    def test_python_does_what_it_says(self):
        ran = 0
        for page in (page for page in PAGES if list(blocks(page, "python"))):
            text = ""
            for line, block in blocks(page, "python"):
                text += "\n" * (line - text.count("\n")) + block
            self.write("page.py", text)
            self.python((WITH / f"{page.stem}.py").read_text(), begin=f'NAME = "{page.name}"\n{BEGIN}')
            ran += 1
        self.assertEqual(ran, len(list(WITH.glob("*.py"))))

    @unittest.skipIf(node_binding.missing(), node_binding.missing())
    def test_node_does_what_it_says(self):
        node_binding.package_in(self.folder)
        prelude, ran = (WITH / "prelude.mjs").read_text(), 0
        for page in (page for page in PAGES if list(blocks(page, "js"))):
            text = ""
            for line, block in blocks(page, "js"):
                text += "\n" * (line - text.count("\n")) + block
            found = re.findall(r"^(?:async )?function (\w+)|^const (?:(\w+)|\{ ([^}]*) \}) =", text, re.M)
            self.write("page.mjs", text + "export const it = { " + ", ".join(map("".join, found)) + " };\n")
            self.write("run.mjs", prelude + (WITH / f"{page.stem}.mjs").read_text())
            done = run(node_binding.NODE, self.folder / "run.mjs", cwd=self.folder,
                       env=node_binding.node_environment(self.folder))
            self.assertEqual(done.returncode, 0, f"{page.name}: {done.stderr}")
            ran += 1
        self.assertEqual(ran + 1, len(list(WITH.glob("*.mjs"))))

    def test_each_example_is_there_in_each_language(self):
        for page in PAGES:
            shown = re.findall(r"^\*\*(C|Node|Python)\*\*\n\n```(\w+)$", page.read_text(), re.M)
            self.assertEqual([pair for pair in shown if pair[0] == "C"], [("C", "c")] * len(list(blocks(page, "c"))))
            self.assertEqual([language for _, language in shown], ["c", "js", "python"] * (len(shown) // 3), page.name)

    def test_the_page_of_the_python_binding(self):
        text, = (block for _, block in blocks(SOURCE / "bindings/python/README.md", "python"))
        self.write("page.py", text)
        self.python('passphrase = pave.Unlock(program="./unwrap")\npage()\nassert len(sealed) == 12 + 78\n',
                    begin=f'NAME = "README.md"\n{BEGIN}')

    def test_the_first_value_of_the_readme(self):
        """Word by word, in an empty folder, as somebody would who has nothing yet."""
        empty = self.folder / "empty"
        empty.mkdir()
        script, = (block for _, block in blocks(SOURCE / "docs/crypto/README.md", "sh"))
        script = script.replace("2027-11-23", "2099-01-01")  # the year in which this is run does not matter
        found = dict(os.environ, PATH=f"{os.path.dirname(os.environ['PAVE'])}:{os.environ['PATH']}")
        done = run("sh", "-euc", script, cwd=empty, env=found)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("pave1:", done.stdout)


if __name__ == "__main__":
    unittest.main()
