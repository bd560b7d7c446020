#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files that are made to take long: each scan ends, and says what it could not finish."""
import time
import unittest

from pave_program import Case

SECONDS = 30  # with sanitizers, on a busy machine; each would take minutes if its cost were a square
DOTS = """\
rules:
  - id: dots
    languages: [python]
    severity: INFO
    message: m
    pattern: f(..., $A, ..., $B, ..., $C, ..., $A, ..., $B, ..., 0)
"""
FILES = {
    "deep.py": "x = " + "(" * 50000 + "1" + ")" * 50000 + "\n",
    "calls.js": "a(" * 20000 + "b" + ")" * 20000 + ";crypto.createHash('md5')\n",
    "elif.py": "if a:\n  b()\n" + "elif c:\n  d()\n" * 5000,
    "line.js": "function pn(n,p){return n+p}" * 15000 + "crypto.createHash('md5')\n",
    "marks.py": "nosem " * 50000 + "\nimport hashlib\nhashlib.md5(a)\n",
    "sum.java": "import java.security.MessageDigest; class A { Object f() { int x = " + "1+" * 50000 +
                "1; return MessageDigest.getInstance(\"MD5\"); } }\n",
}


DATA = """\
rules:
  - {id: j, languages: [json], severity: INFO, message: m, pattern: '"key": 77'}
  - {id: y, languages: [yaml], severity: INFO, message: m, pattern: 'key: 77'}
"""
MUCH = """\
rules:
  - {id: j, languages: [json], severity: INFO, message: m, pattern: '"bad"'}
  - id: t
    languages: [python]
    severity: INFO
    message: m
    mode: taint
    pattern-sources: [{pattern: source(...)}]
    pattern-sinks: [{pattern: sink(...)}]
"""
NEGATION = """\
rules:
  - id: negation
    languages: [python]
    severity: INFO
    message: m
    patterns: [{pattern: f($X)}, {pattern-not: f(7)}]
  - id: negation-of-too-much
    languages: [python]
    severity: INFO
    message: m
    patterns: [{pattern: g(...)}, {pattern-not: $F(...)}]
"""


class Limits(Case):
    def scan_in_time(self, *words):
        start = time.monotonic()
        status, out, err = self.pave("scan", "--no-ignore", "--max-file-size", "20M", *words)
        self.assertLess(time.monotonic() - start, SECONDS)
        self.assertIn(status, (0, 3), err)
        if status == 3:
            self.assertIn("not finished", err)
        return status, out

    def test_ends_whatever_the_shape_of_a_file(self):
        for name, text in FILES.items():
            with self.subTest(name):
                self.write(name, text)
                self.scan_in_time(name)

    def test_names_a_rule_that_takes_too_many_steps(self):
        self.write("dots.yaml", DOTS)
        self.write("many.py", "f(" + "a, " * 2000 + "a)\n")
        status, _ = self.scan_in_time("--rules", "dots.yaml", "--full", "many.py")
        self.assertEqual(status, 3)

    def test_ends_on_data_of_any_depth_and_length(self):
        self.write("data.yaml", DATA)
        for name, text, is_whole in (
                ("deep.json", "[" * 50000 + "]" * 50000, False),
                ("long.json", "[" + ",".join('{"key": %d}' % n for n in range(50000)) + "]", True),
                ("flow.yml", "a: " + "[" * 20000 + "]" * 20000, False),
                ("steps.yml", "".join(" " * n + "a:\n" for n in range(1500)) + " " * 1500 + "key: 1\n", False),
                ("long.yml", "".join("k%d: {key: 1}\n" % n for n in range(10000)), True)):
            with self.subTest(name):
                self.write(name, text)
                status, out = self.scan_in_time("--full", "--rules", "data.yaml", "--format", "json", name)
                self.assertIn('"errors"', out)
                if is_whole:
                    self.assertEqual(0, status)

    def test_finds_much_in_one_file(self):
        self.write("much.yaml", MUCH)
        self.write("much.json", "[" + ",\n".join('"bad"' if n % 28 == 0 else str(n) for n in range(280000)) + "]")
        self.write("much.py", "".join(f"class C{n}:\n  def f(self, a):\n    self.g(source(a))\n  def g(self, b):\n"
                                      "    sink(b)\n" for n in range(10000)))
        for name, n in (("much.json", 10000), ("much.py", 10000)):
            with self.subTest(name):
                status, out = self.scan_in_time("--rules", "much.yaml", "--format", "json", name)
                self.assertEqual(0, status)
                self.assertEqual(n, out.count('"check_id"'))

    def test_keeps_what_was_found_until_a_bound_was_reached(self):
        self.write("negation.yaml", NEGATION)
        self.write("many.py", "".join(f"f({n})\n" for n in range(25000)) + "g(1)\n")
        status, out, err = self.pave("scan", "--format", "json", "--rules", "negation.yaml", "many.py")
        self.assertEqual(3, status)
        self.assertIn("not finished: rule negation: ", err)
        self.assertGreater(out.count('"negation.yaml"') + out.count('"check_id": "negation"'), 1000)
        self.assertNotIn("f(7)", out)
        self.assertNotIn("g(1)", out)


if __name__ == "__main__":
    unittest.main()
