#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What is kept of rules between runs changes nothing but the time."""
import os
import unittest

from pave_program import SOURCE, Case, clean_environment

RULES = "rules:\n" + "".join("""\
  - id: rule-%d
    languages: [python, java]
    severity: WARNING
    message: $X is given to call_%d
    paths: {exclude: ["left_out.py"]}
    pattern-either:
      - pattern: call_%d($X, ...)
      - patterns: [{pattern: other_%d($X)}, {metavariable-regex: {metavariable: $X, regex: '(a|b)$'}}]
""" % (n, n, n, n) for n in range(60)) + """\
  - id: flow
    mode: taint
    languages: [python]
    severity: ERROR
    message: from outside
    pattern-sources: [{entry-point: http}]
    pattern-sinks: [{pattern: run($X)}]
"""
CODE = """\
from flask import request, Flask
app = Flask(__name__)
@app.route("/")
def page():
    run(request.args["q"])
    call_7(a, 1)
    other_8(b)
    other_8(c)
"""


class Cache(Case):
    def setUp(self):
        super().setUp()
        self.cache = self.folder / "cache"
        self.env = clean_environment(XDG_CACHE_HOME=str(self.cache))
        self.write("many.yaml", RULES)
        self.write("src/a.py", CODE)
        self.write("src/b.py", "call_9(1)\npassword = 'hunter2hunter'\n")
        self.write("src/left_out.py", "call_9(1)\n")
        self.write("src/c.java", "class C { void m() { call_10(1); } }\n")
        self.write("src/d.py", "nothing()\n")

    def found(self, *words, rules="many.yaml"):
        given = ["--rules", rules] if rules else []
        status, out, err = self.pave("scan", "--format", "json", *given, *words, "src", env=self.env)
        self.assertEqual(0, status, err)
        return out

    def images(self):
        return sorted(self.cache.glob("pave/rules-*"))

    def test_finds_the_same_with_and_without(self):
        for rules in ("many.yaml", None):
            with self.subTest(rules):
                plain = self.found("--no-cache", rules=rules)
                self.assertEqual(plain, self.found(rules=rules), "while it is filled")
                self.assertEqual(plain, self.found(rules=rules), "from the cache")
                self.assertEqual(plain, self.found("-j1", rules=rules))
                self.assertEqual(plain, self.found("--no-prefilter", rules=rules))
        self.assertEqual(2, len(self.images()))

    def test_finds_something(self):
        self.found()
        out = self.found()
        for rule in ("rule-7", "rule-8", "rule-9", "rule-10", "flow"):
            self.assertEqual(1, out.count('"many.yaml"') and out.count(f'"check_id": "{rule}"')
                             or out.count(f'{rule}"') and 1, rule)

    def test_says_the_same_of_broken_rules(self):
        broken = RULES + "  - id: broken\n    languages: [python]\n    severity: INFO\n    message: m\n    pattern: f((\n"
        self.write("many.yaml", broken)
        runs = [self.pave("scan", "--rules", "many.yaml", "src", *words, env=self.env)
                for words in (["--no-cache"], [], [])]
        self.assertIn("broken", runs[0][2])
        self.assertEqual(runs[0], runs[1])
        self.assertEqual(runs[0], runs[2])

    def test_sees_that_a_rule_has_changed(self):
        self.found()
        self.write("many.yaml", RULES.replace("call_7(", "cold_7("))
        self.assertNotIn("rule-7", self.found())

    def test_ignores_a_damaged_image(self):
        plain = self.found()
        image, = self.images()
        whole = image.read_bytes()
        for damaged in (b"", whole[:-1], whole[:40], whole + b"x", whole[:100] + b"\xff" + whole[101:]):
            image.write_bytes(damaged)
            self.assertEqual(plain, self.found())
            self.assertEqual(whole, image.read_bytes(), "it is made anew")

    def test_does_without_a_folder_that_others_may_write(self):
        self.cache.mkdir()
        folder = self.cache / "pave"
        folder.mkdir()
        os.chmod(folder, 0o777)
        plain = self.found()
        self.assertEqual(plain, self.found())
        self.assertEqual([], self.images())

    def test_does_without_a_folder_that_cannot_be_made(self):
        self.cache.write_text("a file")
        self.found()

    def test_keeps_nothing_when_told(self):
        self.found("--no-cache")
        self.assertFalse(self.cache.exists())

    def test_finds_the_same_in_the_clinic(self):
        words = ["scan", "--format", "json", str(SOURCE / "examples/clinic")]
        plain = self.pave(*words, "--no-cache", env=self.env)
        self.assertEqual(plain, self.pave(*words, env=self.env))
        self.assertEqual(plain, self.pave(*words, env=self.env))


if __name__ == "__main__":
    unittest.main()
