# SPDX-License-Identifier: Apache-2.0
"""Entry points: those that Pave comes with, and those of a rule file."""
import json
import os
import unittest

from pave_program import Case

RULE = """rules:
  - id: asked
    mode: taint
    languages: [python]
    severity: ERROR
    message: what came in is run
    pattern-sources: [{entry-point: %s}]
    pattern-sinks: [{pattern: run(...)}]
"""

ENTRIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "entries")


def expected(path):
    with open(path, encoding="utf-8") as lines:
        return {number for number, line in enumerate(lines, 1) if "HIT" in line}


class EntryPoints(Case):
    def test_requests_of_each_framework(self):
        rule = os.path.join(ENTRIES, "rule.yaml")
        for name in sorted(name for name in os.listdir(ENTRIES) if name != "rule.yaml"):
            with self.subTest(name):
                path = os.path.join(ENTRIES, name)
                status, out, err = self.pave("scan", "--rules", rule, "--json", path)
                self.assertEqual((status, err), (0, ""))
                found = {result["start"]["line"] for result in json.loads(out)["results"]}
                self.assertEqual((sorted(expected(path) - found), sorted(found - expected(path))), ([], []),
                                 "missed, and found for nothing")

    def test_a_rule_names_a_kind(self):
        self.write("rule.yaml", RULE % "http")
        self.write("app.py", "from flask import request\nrun(request.args['x'])\nrun(response)\n")
        status, out, err = self.pave("scan", "--rules", "rule.yaml", "app.py")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("app.py:2:1", out)
        self.assertIn("1 concern", out)

    def test_a_file_adds_its_own(self):
        self.write("rules/a.yaml", "entry-points:\n- id: ours\n  kind: gateway\n  languages: [python]\n"
                   "  pattern: gateway.incoming(...)\n")
        self.write("rules/b.yaml", RULE % "gateway")
        self.write("app.py", "run(gateway.incoming())\nrun(gateway.outgoing())\n")
        status, out, err = self.pave("scan", "--rules", "rules", "app.py")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("app.py:1:1", out)
        self.assertIn("1 concern", out)

    def test_says_what_is_wrong(self):
        self.write("kind.yaml", RULE % "carrier-pigeon")
        self.write("list.yaml", "entry-points:\n- id: ours\n  kind: http\n")
        self.write("app.py", "run(1)\n")
        status, _, err = self.pave("scan", "--rules", "kind.yaml", "app.py")
        self.assertEqual(status, 2)
        self.assertIn("no entry point of kind 'carrier-pigeon' is known for python", err)
        status, _, err = self.pave("scan", "--rules", "list.yaml", "app.py")
        self.assertEqual(status, 2)
        self.assertRegex(err, r"list\.yaml:2:\d+: .*an entry point needs")


if __name__ == "__main__":
    unittest.main()
