#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""pave fix"""
import json
import random
import stat
import subprocess
import time
import unittest

from pave_program import BAD, PAVE, RULE, Case, clean_environment

FIXING = RULE + "    fix: literal_eval($X)\n"
PATCH = """\
--- a/a.py
+++ b/a.py
@@ -1,2 +1,2 @@
 def read(text):
-    return eval(text)
+    return literal_eval(text)
"""
ROUNDS = 60


class Fix(Case):
    def setUp(self):
        super().setUp()
        self.write("rule.yaml", FIXING)

    def fix(self, *words, **options):
        return self.pave("fix", "--rules", "rule.yaml", *words, **options)

    def test_shows_a_patch_and_changes_nothing(self):
        path = self.write("a.py", BAD)
        self.assertEqual(self.fix("a.py"), (0, PATCH, "pave: 1 fix in 1 file; --write makes it\n"))
        self.assertEqual(path.read_text(), BAD)
        self.assertEqual(self.fix("--quiet"), (0, PATCH, ""))

    def test_makes_what_it_has_shown(self):
        path = self.write("a.py", BAD)
        self.assertEqual(self.fix("--write"), (0, "", "pave: 1 fix applied\n"))
        self.assertEqual(path.read_text(), BAD.replace("eval", "literal_eval"))

    def test_a_kill_leaves_each_file_as_it_was_or_fixed(self):
        names = [f"f{i}.py" for i in range(100)]
        fixed = BAD.replace("eval", "literal_eval")
        rng = random.Random(1)
        seen = set()
        for _ in range(6):
            for name in names:
                self.write(name, BAD).chmod(0o640)
            run = subprocess.Popen([PAVE, "fix", "--write", "--rules", "rule.yaml"], cwd=self.folder,
                                   env=clean_environment(), stderr=subprocess.DEVNULL)
            time.sleep(rng.random() * 0.2)
            run.kill()
            run.wait(timeout=60)
            texts = [(self.folder / name).read_text() for name in names]
            self.assertLessEqual(set(texts), {BAD, fixed})
            self.assertEqual({stat.S_IMODE((self.folder / name).stat().st_mode) for name in names}, {0o640})
            seen.update(texts)
        self.assertEqual(self.fix("--write", ".")[0], 0)
        self.assertEqual({(self.folder / name).read_text() for name in names}, {fixed})
        self.assertEqual(seen, {BAD, fixed})

    def test_a_full_disk_keeps_what_could_not_be_fixed(self):
        self.write("a.py", BAD)
        large = self.write("b.py", BAD + "# a comment\n" * 2000)
        before = large.read_text()
        script = f"ulimit -f 8; exec {PAVE} fix --write --no-cache --rules rule.yaml"
        done = subprocess.run(["sh", "-c", script], cwd=self.folder, capture_output=True, timeout=60, check=False)
        self.assertEqual((done.returncode, done.stderr), (3, b"pave: b.py: File too large\npave: 1 fix applied\n"))
        self.assertEqual(large.read_text(), before)
        self.assertIn("literal_eval", (self.folder / "a.py").read_text())
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["a.py", "b.py", "rule.yaml"])

    def test_says_when_there_is_nothing_to_fix(self):
        self.write("a.py", "x = 1\n")
        self.assertEqual(self.fix("--error"), (0, "", "pave: nothing to fix: 0 concerns\n"))
        self.write("rule.yaml", RULE)
        self.write("a.py", BAD)
        self.assertEqual(self.fix("--error")[::2], (0, "pave: nothing to fix: 1 concern, which has no fix\n"))
        self.write("b.py", BAD)
        self.assertIn("2 concerns, none of which has a fix", self.fix()[2])

    def test_fails_where_it_is_asked_to(self):
        self.write("a.py", BAD)
        self.assertEqual(self.fix()[0], 0)
        self.assertEqual(self.fix("--error")[0], 1)

    def test_leaves_what_is_suppressed(self):
        self.write("a.py", "eval(x)  # pave: ignore no-eval -- x is ours\n")
        self.assertEqual(self.fix()[:2], (0, ""))

    def test_a_pipe_gets_every_byte_and_no_colour(self):
        self.write("a.py", b"eval(x)  # \x1b[2J\xff\t\r\n")
        self.assertIn("+literal_eval(x)  # \x1b[2J\ufffd\t\r\n", self.fix()[1])
        self.assertIn("\x1b[31m-eval", self.fix("--color=always")[1])

    def test_refuses_what_it_cannot_do(self):
        self.assertEqual(self.fix("-", stdin=b"eval(x)\n")[0], 2)
        status, _, err = self.fix("--staged")
        self.assertEqual(status, 2)
        self.assertIn("--staged", err)
        status, _, err = self.fix("gone")
        self.assertNotEqual(status, 0)
        self.assertIn("gone", err)

    def test_a_file_that_cannot_be_read_is_told(self):
        self.write("a.py", BAD)
        (self.folder / "b.py").symlink_to("nowhere.py")
        status, out, err = self.fix("a.py", "b.py")
        self.assertNotEqual(status, 0)
        self.assertIn("b.py", err)

    def make(self, before, write):
        """What becomes of a file, by --write or by the patch."""
        path = self.write("a b.txt", before)
        if write:
            self.assertEqual(self.fix("--write", "a b.txt")[0], 0)
        else:
            status, patch, _ = self.fix("a b.txt")
            self.assertEqual(status, 0)
            if patch:
                done = subprocess.run(["git", "apply", "--unidiff-zero", "-"], input=patch.encode(), cwd=self.folder,
                                      env=clean_environment(GIT_CEILING_DIRECTORIES=str(self.folder.parent)),
                                      capture_output=True, check=False)
                self.assertEqual(done.returncode, 0, done.stderr.decode() + patch)
        return path.read_bytes()

    def test_patches_say_what_is_written(self):
        rules = [("words", "old", "new"), ("lines", "gone\\n", ""), ("more", "one", "1\n2\n3"), ("joins", "up\\n", "and "),
                 ("end", "last$", "")]
        self.write("rule.yaml", json.dumps({"rules": [
            {"id": name, "languages": ["regex"], "severity": "INFO", "message": "m", "pattern-regex": regex, "fix": fix}
            for name, regex, fix in rules]}))
        chance = random.Random(7)
        words = ["old\n", "gone\n", "one\n", "up\n", "keep\n", "old old\n", "x one y\n", "keep\r\n", "\n"]
        for _ in range(ROUNDS):
            lines = [chance.choice(words) if chance.random() < 0.3 else "same\n" for _ in range(chance.randrange(1, 40))]
            before = "".join(lines) + chance.choice(["", "last", "old", "tail\n", "one"])
            self.assertEqual(self.make(before, False), self.make(before, True), repr(before))


if __name__ == "__main__":
    unittest.main()
