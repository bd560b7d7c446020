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

    def test_offers_no_fix_that_would_show_a_secret(self):
        self.write("rule.yaml", "rules:\n- id: slow\n  languages: [python]\n  severity: ERROR\n  message: 'Not $X.'\n"
                                "  pattern: slow($X)\n  fix: fast($X)\n"
                                "- id: word\n  languages: [regex]\n  severity: ERROR\n  message: A word.\n"
                                f"  pattern-regex: '{password()}'\n  metadata: {{pave: {{class: secret.in-text}}}}\n")
        code = f"slow('{password()}')\nslow(1)\n"
        self.write("a.py", code)
        results = json.loads(self.pave("scan", "--rules", "rule.yaml", "--format", "json", "a.py")[1])["results"]
        self.assertEqual([one["extra"].get("fix") for one in results if one["check_id"] == "slow"][-1], "fast(1)")
        self.write("b.py", f"slow(connect(password='{password()}'))\n")
        self.pave("scan", "--rules", "rule.yaml", "--autofix", "b.py")
        self.assertIn(password(), (self.folder / "b.py").read_text())

    def test_names_its_rules(self):
        out = self.pave("rules", "list")[1]
        self.assertIn("secrets/github-token", out)
        self.assertIn("secret in a file", self.pave("explain", "secrets/private-key")[1])


@unittest.skipUnless(shutil.which("git"), "git is not installed")
class Repositories(Case):
    def setUp(self):
        super().setUp()
        self.git("init", "-q", "-b", "main")

    def git(self, *words):
        who = {f"GIT_{role}_{what}": "someone@example.org" for role in ("AUTHOR", "COMMITTER")
               for what in ("NAME", "EMAIL")}
        env = clean_environment(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null",
                                GIT_AUTHOR_DATE="2026-01-02T03:04:05Z", GIT_COMMITTER_DATE="2026-01-02T03:04:05Z", **who)
        return subprocess.run(["git", *words], cwd=self.folder, env=env, check=True, capture_output=True,
                              text=True).stdout.strip()

    def commit(self, name, text):
        self.write(name, text)
        self.git("add", "--all")
        self.git("commit", "-q", "-m", name)
        return self.git("rev-parse", "HEAD")

    def history(self, *words):
        status, out, err = self.pave("scan", "--history", "--format", "json", *words)
        self.assertEqual(status, 0, err)
        return [(one["check_id"], one["path"], one["extra"]["commit"]["id"]) for one in json.loads(out)["results"]]

    def test_scans_what_is_staged(self):
        self.write("app.env", f"PASSWORD={password()}\n")
        self.git("add", ".")
        self.write("app.env", "PASSWORD=\n")
        self.assertEqual(self.pave("scan", "--staged", "--error")[0], 1)

    def test_finds_what_was_deleted_with_the_commit_that_brought_it(self):
        self.commit("a.env", "PASSWORD=\n")
        brought = self.commit("a.env", f"PASSWORD={password()}\n")
        self.commit("a.env", f"\nPASSWORD={password()}\n")
        changed = self.commit("a.env", f"PASSWORD={password(2)}\n")
        last = self.commit("a.env", "PASSWORD=\n")
        self.assertIn("0 concerns", self.pave("scan")[1])
        self.assertEqual(self.history(), [("secrets/password", "a.env", brought), ("secrets/password", "a.env", changed)])
        self.assertEqual(self.history(f"{changed}..{last}"), [])
        self.assertIn(changed, [commit for _, _, commit in self.history(f"{brought}..HEAD")])
        out = self.pave("scan", "--history")[1]
        self.assertIn(f"{brought[:12]} of 2026-01-02, by someone@example.org", out)
        self.assertNotIn(password(), out)

    def test_finds_what_came_in_on_another_branch(self):
        self.commit("a.txt", "a\n")
        self.git("checkout", "-q", "-b", "topic")
        brought = self.commit("b.env", f"PASSWORD={password()}\n")
        self.git("rm", "-q", "b.env")
        self.git("commit", "-q", "-m", "gone")
        self.git("checkout", "-q", "main")
        self.commit("c.txt", "c\n")
        self.assertEqual(self.history(), [])
        self.git("merge", "-q", "--no-ff", "-m", "merge", "topic")
        self.assertEqual(self.history(), [("secrets/password", "b.env", brought)])

    def test_says_what_is_wrong(self):
        self.commit("a.txt", "a\n")
        for words in (["no-such"], ["--staged"], ["--diff", "HEAD"], ["--", "--output=x"]):
            status, out, err = self.pave("scan", "--history", *words)
            self.assertEqual((status, out), (2, ""))
            self.assertRegex(err, r"^pave: .+\n$")


if __name__ == "__main__":
    unittest.main()
