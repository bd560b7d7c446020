#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What people get wrong with policies, keysets and sealed data: each its own message, that says what to do."""
import base64
import json
import os
import re
import stat
import subprocess
import unittest

from pave_program import Case

POLICY = {
    "pave": "policy/1", "name": "clinic", "issued": "2026-01-01", "expires": "9000-01-01",
    "keysets": {"phi": "phi.keyset", "files": "files.keyset"},
    "purposes": [
        {"name": "phi.name", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": ["patient"], "max_bytes": 1000},
        {"name": "phi.old", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": [], "seal_until": "2026-01-02"},
        {"name": "phi.scan", "keyset": "files", "suites": ["COBBLESTONE-256"], "context": []},
    ],
}
WITH = ["--trust", "trust.txt", "--passphrase-file", "pw"]
NAME = ["--policy", "policy.json", *WITH, "-p", "phi.name", "-c", "patient=p-17"]
SCAN = ["--policy", "policy.json", *WITH, "-p", "phi.scan"]


class Refusals(Case):
    def setUp(self):
        super().setUp()
        self.write("pw", "correct horse battery\n")
        for name, kind in (("signer", "sign"), ("phi", "seal"), ("files", "stream")):
            self.keys("create", f"{name}.keyset", "--name", name, "--kind", kind)
        self.write("trust.txt", self.does("keys", "public", "signer.keyset"))
        self.sign("policy.json", POLICY)
        self.write("value", self.does("seal", *NAME, "--text", stdin=b"Ada"))
        self.write("plain", os.urandom(50_000))
        self.does("seal", *SCAN, "-o", "sealed", "plain")

    def does(self, *words, **options):
        status, out, err = self.pave(*words, **options)
        self.assertEqual((status, err), (0, ""))
        return out

    def keys(self, *words):
        return self.does("keys", *words, "--passphrase-file", "pw")

    def sign(self, path, policy):
        self.write(path, json.dumps(policy, indent=1))
        self.keys("policy", path, "--signer", "signer.keyset")

    def refuses(self, status, said, *words, **options):
        got, out, err = self.pave(*words, **options)
        self.assertRegex(err, f"^pave: {said}")
        self.assertEqual((got, out, err.count("\n")), (status, "", 1))
        # Nothing that was sealed, and no key, is ever shown.
        self.assertNotIn("Ada", err)
        self.assertNotRegex(err, r"[\w-]{43}")

    def opens(self, policy):
        return ["open", "--policy", policy, *WITH, "-p", "phi.name", "-c", "patient=p-17", "value"]

    def changed(self, change):
        """The value with bytes changed, as text."""
        text = (self.folder / "value").read_text().removeprefix("pave1:")
        data = bytearray(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        change(data)
        return "pave1:" + base64.urlsafe_b64encode(bytes(data)).decode().rstrip("=")

    def test_policies(self):
        self.write("broken.json", '{"pave": "policy/1",')
        self.refuses(2, "broken.json: byte 20: ", *self.opens("broken.json"))
        self.refuses(2, "phi.keyset: not a policy file", *self.opens("phi.keyset"))
        self.refuses(2, "nowhere.json: No such file", *self.opens("nowhere.json"))
        self.write("raw.json", json.dumps(POLICY))
        self.refuses(2, "raw.json: .*not signed; `pave keys policy` signs it", *self.opens("raw.json"))
        self.sign("past.json", {**POLICY, "expires": "2026-01-02"})
        self.refuses(2, "past.json: the policy has expired; its owners issue a new one", *self.opens("past.json"))
        text = (self.folder / "policy.json").read_text()
        self.write("edited.json", text.replace('"max_bytes": 1000', '"max_bytes": 9000'))
        self.refuses(2, "edited.json: the policy is not signed by the key that is trusted here",
                     *self.opens("edited.json"))
        self.write("newer.json", text.replace("policy/1", "policy/2"))
        self.refuses(3, "newer.json: a policy file of a newer version", *self.opens("newer.json"))

    def test_purposes_and_contexts(self):
        words = ["open", "--policy", "policy.json", *WITH, "-c", "patient=p-17", "value", "-p"]
        self.refuses(2, "phi.nmae: no such purpose in the policy; did you mean phi.name", *words, "phi.nmae")
        self.refuses(2, "zebra: no such purpose in the policy", *words, "zebra")
        self.refuses(2, "--context patient=VALUE: the policy asks for it", "open", *NAME[:-2], "value")
        self.refuses(2, "--context: expected FIELD=VALUE", "open", *NAME[:-1], "p-17", "value")
        self.refuses(3, "value: not sealed with this key and this context", "open", *NAME[:-1], "patient=p-18", "value")
        self.refuses(3, "standard input: larger than a limit", "seal", *NAME, stdin=b"x" * 1001)
        self.refuses(2, "standard input: past its date", "seal", "--policy", "policy.json", *WITH, "-p", "phi.old",
                     stdin=b"x")

    def test_keys(self):
        def other_key(data):
            data[2:6] = bytes.fromhex("00c0ffee")

        self.write("other", self.changed(other_key))
        self.refuses(3, "other: sealed with key 00c0ffee, which the keyset of phi.name has not", "open", *NAME, "other")
        self.refuses(3, "sealed: sealed with key [0-9a-f]{8}, which the keyset of phi.name has not", "open", *NAME,
                     "sealed")
        old = re.search(r"key (\w{8})", self.does("inspect", "value"))[1]
        new = self.keys("rotate", "phi.keyset", "--now").strip()
        self.keys("promote", "phi.keyset", new)
        self.keys("retire", "phi.keyset", old)
        self.refuses(3, f"value: key {old} is disabled; `pave keys restore` brings it back", "open", *NAME, "value")
        self.keys("destroy", "phi.keyset", old)
        self.refuses(3, f"value: key {old} is destroyed\n", "open", *NAME, "value")
        self.refuses(3, f"key {old} cannot become active|phi.keyset: .*{old}", "keys", "restore", "phi.keyset", old,
                     "--passphrase-file", "pw")

    def test_what_is_not_sealed(self):
        self.write("text", "nobody sealed this")
        self.refuses(3, "text: not a value that Pave sealed", "open", *NAME, "text")
        self.write("empty", "")
        self.refuses(3, "empty: not a value that Pave sealed", "open", *NAME, "empty")

        def newer_version(data):
            data[1] = 0x21

        def newer_suite(data):
            data[1] = 0x1d

        self.write("later", self.changed(newer_version))
        self.refuses(3, "later: sealed by version 2 with suite 1, which this pave does not know: update it", "open",
                     *NAME, "later")
        self.write("later", self.changed(newer_suite))
        self.refuses(3, "later: sealed by version 1 with suite 13, .*: update it", "open", *NAME, "later")
        self.write("cut", (self.folder / "sealed").read_bytes()[:30_000])
        self.refuses(3, "cut: not sealed with this key and this context, or changed or cut off since", "open", *SCAN,
                     "-o", "target", "cut")
        self.write("stub", (self.folder / "sealed").read_bytes()[:40])
        self.refuses(3, "stub: not a value that Pave sealed, or cut off at its beginning", "open", *SCAN, "-o",
                     "target", "stub")
        self.assertFalse((self.folder / "target").exists())

    def test_keyset_files(self):
        text = (self.folder / "phi.keyset").read_text()
        check = ["keys", "check", "bad.keyset", "--passphrase-file", "pw"]
        self.write("bad.keyset", text.replace('"argon2id-kib":65536', '"argon2id-kib":4000000000'))
        self.refuses(3, 'bad.keyset: byte [0-9]+: "argon2id-kib": at most 1048576', *check)
        self.write("bad.keyset", text.replace('"argon2id-passes":3', '"argon2id-passes":1000'))
        self.refuses(3, 'bad.keyset: byte [0-9]+: "argon2id-passes": at most', *check)
        self.write("bad.keyset", text[:300])
        self.refuses(2, "bad.keyset: byte [0-9]+: ", *check)
        self.write("bad.keyset", text.replace("keyset/1", "keyset/9"))
        self.refuses(3, "bad.keyset: .*newer", *check)
        self.write("wrong", "correct horse cattery\n")
        self.refuses(3, "phi.keyset: .*could not be unlocked: the passphrase, parent or program is another", "keys",
                     "check", "phi.keyset", "--passphrase-file", "wrong")
        self.write("none", "\n")
        self.refuses(2, "none: expected a passphrase on the first line", "keys", "check", "phi.keyset",
                     "--passphrase-file", "none")

    def test_a_subject_is_erased_with_its_secret(self):
        who = [*NAME, "--subject", "p-17", "--subject-secret", "p-17.secret"]
        self.refuses(2, "p-17.secret: No such file", "open", *who, "value")
        self.does("seal", *who, "-o", "theirs", stdin=b"Ada")
        self.assertEqual((self.folder / "p-17.secret").stat().st_mode & 0o777, 0o600)
        self.does("seal", *who, "-o", "more", stdin=b"Eve")
        self.assertEqual(self.does("open", *who, "theirs"), "Ada")
        self.assertEqual(self.does("open", *who, "more"), "Eve")
        self.refuses(3, "theirs: not sealed with this key", "open", *NAME, "--subject", "p-17", "theirs")
        other = [*NAME, "--subject", "p-18", "--subject-secret", "p-17.secret"]
        self.refuses(3, "p-17.secret: the subject's secret was refused", "open", *other, "theirs")
        self.refuses(2, "--subject-secret: needs --subject", "open", *NAME, "--subject-secret", "p-17.secret", "more")
        self.refuses(3, "pw: not the secret of a subject", "open", *NAME, "--subject", "p-17",
                     "--subject-secret", "pw", "theirs")
        (self.folder / "p-17.secret").unlink()
        self.does("seal", *who, "-o", "after", stdin=b"Ida")
        self.refuses(3, "theirs: not sealed with this key", "open", *who, "theirs")

    def test_targets(self):
        self.refuses(2, "nowhere/target: No such file or directory", "open", *SCAN, "-o", "nowhere/target", "sealed")
        self.refuses(2, "nowhere/new.keyset: No such file or directory", "keys", "create", "nowhere/new.keyset",
                     "--name", "new", "--passphrase-file", "pw")
        self.refuses(2, "missing: ", "open", *NAME, "missing")
        (self.folder / "folder").mkdir()
        self.refuses(3, "folder: not a regular file", "open", *SCAN, "-o", "folder", "sealed")
        os.mkfifo(self.folder / "pipe")
        for words in (["open", *SCAN, "sealed"], ["open", *NAME, "value"], ["seal", *SCAN, "plain"]):
            self.refuses(3, "pipe: not a regular file; it would be replaced", words[0], "-o", "pipe", *words[1:])
        self.assertTrue(stat.S_ISFIFO((self.folder / "pipe").lstat().st_mode))

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk(self):
        for words in (["open", *SCAN, "sealed"], ["open", *NAME, "value"], ["seal", *SCAN, "plain"]):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([os.environ["PAVE"], *words], cwd=self.folder, stdout=full,
                                      stderr=subprocess.PIPE, timeout=60, check=False)
            self.assertEqual((done.returncode, done.stderr.decode()),
                             (3, "pave: standard output: No space left on device\n"))

    def test_what_a_purpose_is_not_for(self):
        for name, kind in (("search", "index"), ("disks", "derive"), ("login", "token")):
            self.keys("create", f"{name}.keyset", "--name", name, "--kind", kind)
        index = {"name": "who", "table": "patient", "columns": {"name": "lower"}, "bits": 8, "distinct": 1000}
        rest = {"context": []}
        policy = {**POLICY, "keysets": {**POLICY["keysets"], "search": "search.keyset", "disks": "disks.keyset",
                                        "login": "login.keyset"},
                  "purposes": [{"name": "phi.search", "keyset": "search", "suites": ["HMAC-SHA256-INDEX"],
                                "indexes": [index], **rest},
                               {"name": "disk", "keyset": "disks", "suites": ["HKDF-SHA256"], **rest},
                               {"name": "login", "keyset": "login", "suites": ["PASETO-V4-LOCAL"], **rest},
                               {"name": "phi.name", "keyset": "phi", "suites": ["XCHACHA20-POLY1305-HMAC"],
                                **rest}]}
        self.sign("other.json", policy)
        words = ["--policy", "other.json", *WITH, "-p"]
        for purpose, kind in (("phi.search", "index"), ("disk", "derive"), ("login", "token")):
            self.refuses(2, f"{purpose}: its keyset is of kind {kind}, which seals nothing", "seal", *words, purpose,
                         stdin=b"x")
        for command in (["seal", *words, "phi.name"], ["open", *words, "phi.name", "value"]):
            self.refuses(2, "phi.name: the policy does not allow KC-XAES-256-GCM here, which the key is for", *command,
                         stdin=b"x")
        policy["purposes"][0]["indexes"] = [{**index, "bits": 20}]
        self.write("leaky.json", json.dumps(policy))
        self.refuses(2, "leaky.json: .*tokens of 20 bits: for 1000 distinct values, 5 to 8", "keys", "policy",
                     "leaky.json", "--signer", "signer.keyset", "--passphrase-file", "pw")
        policy["purposes"][0]["indexes"] = [{**index, "distinct": 2, "bits": 1}]
        self.write("leaky.json", json.dumps(policy))
        self.refuses(2, "leaky.json: .*fewer than 16 distinct values tells them apart: join", "keys", "policy",
                     "leaky.json", "--signer", "signer.keyset", "--passphrase-file", "pw")

    def test_how_keysets_are_unlocked(self):
        words = ["seal", "--policy", "policy.json", "--trust", "trust.txt", "-p", "phi.name", "-c", "patient=p-17"]
        said = "phi.name: the keyset could not be unlocked: the passphrase, parent or program is another one"
        self.write("wrong", "another horse\n")
        self.refuses(3, said, *words, "--passphrase-file", "wrong", stdin=b"x")
        self.refuses(3, said, *words, "--program", "nowhere", stdin=b"x")
        self.write("phi.keyset", (self.folder / "files.keyset").read_bytes())
        self.refuses(2, "phi.name: phi.keyset: another keyset than the policy names", *words, "--passphrase-file", "pw",
                     stdin=b"x")


if __name__ == "__main__":
    unittest.main()
