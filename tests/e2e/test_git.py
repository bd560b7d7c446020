#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Only what changed: --diff and --staged in a repository."""
import shutil
import subprocess
import unittest

from pave_program import BAD, GOOD, Case, clean_environment


@unittest.skipUnless(shutil.which("git"), "git is not installed")
class Changes(Case):
    def setUp(self):
        super().setUp()
        self.git("init", "-q", "-b", "main")
        self.write("old.py", BAD)
        self.write("mixed.py", GOOD)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "old")

    def git(self, *words):
        who = {f"GIT_{role}_{what}": "someone@example.org" for role in ("AUTHOR", "COMMITTER")
               for what in ("NAME", "EMAIL")}
        env = clean_environment(GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null", **who)
        subprocess.run(["git", *words], cwd=self.folder, env=env, check=True)

    def test_reports_only_changed_lines(self):
        self.assertIn("1 concern", self.scan()[1])
        self.assertIn("0 concerns", self.scan("--diff", "HEAD")[1])
        self.write("mixed.py", GOOD + BAD)
        self.write("new.py", BAD)
        status, out, _ = self.scan("--diff", "HEAD", "--error")
        self.assertEqual(status, 1)
        self.assertIn("2 concerns", out)
        self.assertIn("mixed.py:4", out)
        self.assertIn("new.py:2", out)
        self.assertNotIn("old.py", out)

    def test_compares_with_where_the_branch_began(self):
        self.git("checkout", "-q", "-b", "topic")
        self.write("topic.py", BAD)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "topic")
        self.git("checkout", "-q", "main")
        self.write("main.py", BAD)
        self.git("add", ".")
        self.git("commit", "-q", "-m", "main")
        self.git("checkout", "-q", "topic")
        out = self.scan("--diff", "main")[1]
        self.assertIn("topic.py", out)
        self.assertIn("1 concern", out)

    def test_scans_what_is_staged_and_not_what_lies_there(self):
        self.write("mixed.py", BAD)
        self.git("add", "mixed.py")
        self.write("mixed.py", GOOD)
        self.write("unstaged.py", BAD)
        status, out, _ = self.scan("--staged", "--error")
        self.assertEqual(status, 1)
        self.assertIn("1 concern", out)
        self.assertIn("mixed.py:2", out)

    def test_works_in_a_folder_of_the_repository(self):
        self.write("sub/new.py", BAD)
        status, out, _ = self.pave("scan", "--rules", "../rule.yaml", "--diff", "HEAD",
                                   cwd=self.folder / "sub")
        self.assertEqual(status, 0)
        self.assertIn("new.py:2", out)

    def test_says_that_a_submodule_is_not_looked_at(self):
        self.git("init", "-q", "-b", "main", "library")
        self.git("-C", "library", "commit", "-q", "--allow-empty", "-m", "one")
        self.git("-c", "advice.addEmbeddedRepo=false", "add", "library")
        self.git("config", "diff.submodule", "log")
        self.write("new.py", BAD)
        self.git("add", "new.py")
        for words in (["--staged"], ["--diff", "HEAD"]):
            with self.subTest(words):
                status, out, err = self.scan(*words, "--list-skipped")
                self.assertEqual((status, err), (0, ""))
                self.assertIn("library: a submodule, not looked into\n", out)
                self.assertIn("1 concern", out)
                self.assertIn("1 skipped (1 a submodule", out)

    def test_says_what_is_wrong_with_the_base(self):
        status, out, err = self.scan("--diff", "no-such-branch")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("no-such-branch", err)

    def test_says_that_there_is_no_repository(self):
        shutil.rmtree(self.folder / ".git")
        for words in (["--diff", "HEAD"], ["--staged"]):
            status, out, err = self.scan(*words)
            self.assertEqual((status, out), (2, ""))
            self.assertRegex(err, r"^pave: .+\n$")

    def test_ignored_files_are_left_out_until_asked_for(self):
        self.write(".gitignore", "old.py\n")
        self.assertIn("0 concerns", self.scan()[1])
        self.assertIn("1 concern", self.scan("--no-ignore")[1])
        self.assertIn("1 concern", self.scan("old.py")[1])


if __name__ == "__main__":
    unittest.main()
