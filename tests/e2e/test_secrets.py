#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Secrets in files: found in any text, shown in no report. Tokens are put together here, so that none lies in this file."""
import binascii
import json
import random
import shutil
import string
import subprocess
import unittest

from pave_program import Case, clean_environment

BASE62 = string.digits + string.ascii_uppercase + string.ascii_lowercase


def github_token(seed=1):
    body = "".join(random.Random(seed).choices(string.ascii_letters + string.digits, k=30))
    crc, check = binascii.crc32(body.encode()), ""
    for _ in range(6):
        crc, digit = divmod(crc, 62)
        check = BASE62[digit] + check
    return "gh" + "p_" + body + check


def password(seed=1):
    return "".join(random.Random(seed).choices("qxzjkvwp739", k=14))


class Secrets(Case):
    def shipped(self, *words):
        return self.pave("scan", *words)

    def results(self, *words):
        return json.loads(self.shipped("--format", "json", *words)[1])["results"]

    def test_finds_a_token_with_its_check_sum(self):
        token = github_token()
        self.write("notes.txt", f"use {token} for now\n")
        self.write("other.txt", f"use {token[:-1]}{'0' if token[-1] != '0' else '1'} for now\n")
        found = [(one["check_id"], one["path"]) for one in self.results()]
        self.assertEqual(found, [("secrets/github-token", "notes.txt")])

    def test_no_report_shows_the_secret(self):
        token, word = github_token(), password()
        self.write("app.py", f'import hashlib\npassword = "{word}"; h = hashlib.md5("{token}")\n')
        for form in ("text", "json", "sarif"):
            status, out, err = self.shipped("--format", form)
            self.assertEqual(status, 0, err)
            self.assertNotIn(word, out + err)
            self.assertNotIn(token, out + err)
            self.assertNotIn(token[4:12], out + err)
            self.assertIn("secrets/password", out)
            self.assertIn("secrets/github-token", out)
            self.assertIn("python/weak-hash", out)

    def test_is_switched_and_suppressed_like_other_rules(self):
        self.write("app.ini", f"# pave: ignore password -- of a test server\npassword = {password()}\n")
        self.assertEqual(self.results(), [])
        self.write("app.ini", f"password = {password()}\n")
        self.assertEqual(len(self.results("--rule", "secrets/password")), 1)
        self.assertEqual(self.results("--exclude-rule", "secrets/password"), [])
        self.assertEqual(self.shipped("--error")[0], 1)

    def test_a_changed_secret_is_another_finding(self):
        prints = []
        for seed in (1, 2, 1):
            self.write("app.ini", f"password = {password(seed)}\n")
            prints.append(self.results()[0]["extra"]["fingerprint"])
        self.assertEqual(prints[0], prints[2])
        self.assertNotEqual(prints[0], prints[1])

    def test_a_rule_of_ones_own_shows_no_secret_either(self):
        self.write("rule.yaml", "rules:\n- id: acme\n  languages: [regex]\n  severity: ERROR\n  message: A token.\n"
                                "  pattern-regex: 'acme_[a-z0-9]{14}'\n"
                                "  metadata: {pave: {class: secret.in-text}}\n")
        self.write("a.txt", f"acme_{password()}\n")
        out = self.pave("scan", "--rules", "rule.yaml", "a.txt")[1]
        self.assertIn("acme", out)
        self.assertNotIn(password(), out)

    def test_names_its_rules(self):
        out = self.pave("rules", "list")[1]
        self.assertIn("secrets/github-token", out)
        self.assertIn("secret in a file", self.pave("explain", "secrets/private-key")[1])

    @unittest.skipUnless(shutil.which("git"), "git is not installed")
    def test_scans_what_is_staged(self):
        who = {f"GIT_{role}_{what}": "someone@example.org" for role in ("AUTHOR", "COMMITTER")
               for what in ("NAME", "EMAIL")}
        env = clean_environment(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null", **who)
        subprocess.run(["git", "init", "-q"], cwd=self.folder, env=env, check=True)
        self.write("app.env", f"PASSWORD={password()}\n")
        subprocess.run(["git", "add", "."], cwd=self.folder, env=env, check=True)
        self.write("app.env", "PASSWORD=\n")
        self.assertEqual(self.shipped("--staged", "--error")[0], 1)


if __name__ == "__main__":
    unittest.main()
