#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The fixes of the shipped rules, each on the rule's own bad example.

A fix is only worth offering when the file still parses, the rule is quiet afterwards, and no name
stands there that nothing defines.
"""
import json
import re
import unittest

from pave_program import SOURCE, Case

FIXING = sorted(path.parent for path in (SOURCE / "rules").glob("*/*/rule.yaml")
                if re.search(r"(?m)^    fix(-regex)?:", path.read_text(encoding="utf-8")))
TEXTS = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'")
WORDS = {"true", "false", "True", "False", "null", "nil", "None"}


def free_names(text):
    """The names that are not looked up in another: `b` of `a.b` belongs to `a`."""
    return set(re.findall(r"(?<![\w.$:])[A-Za-z_]\w*", TEXTS.sub('""', text)))


class RuleFixes(Case):
    def found(self, rule, name):
        status, out, _ = self.pave("scan", "--rules", rule, "--format", "json", name)
        self.assertEqual(status, 0)
        told = json.loads(out)
        return told["results"], told["errors"]

    def check(self, rule):
        bad = next(path for path in rule.glob("bad.*"))
        before = bad.read_text(encoding="utf-8")
        path = self.write(bad.name, before)
        results, broken_before = self.found(rule, bad.name)
        fixable = [r for r in results if "fix" in r["extra"] or "fix_regex" in r["extra"]]
        self.assertTrue(fixable, "the fix is offered nowhere")
        for _ in range(3):
            self.pave("scan", "--rules", rule, "--autofix", bad.name)
        after = path.read_text(encoding="utf-8")
        results, broken_after = self.found(rule, bad.name)
        self.assertEqual(len(broken_after), len(broken_before), f"the file no longer parses:\n{after}")
        self.assertEqual([r["extra"]["lines"] for r in results], [], "the rule still fires")
        new = free_names(after) - free_names(before) - WORDS
        if bad.suffix != ".conf":  # settings have no names of their own
            self.assertEqual(new, set(), "nothing defines these names")

    def test_every_fix_puts_its_bad_example_right(self):
        self.assertGreater(len(FIXING), 10)
        for rule in FIXING:
            with self.subTest(rule=f"{rule.parent.name}/{rule.name}"):
                self.check(rule)

    def test_a_fix_never_stands_where_the_good_example_is(self):
        for rule in FIXING:
            good = next(path for path in rule.glob("good.*"))
            path = self.write(good.name, good.read_text(encoding="utf-8"))
            self.pave("scan", "--rules", rule, "--autofix", good.name)
            self.assertEqual(path.read_text(encoding="utf-8"), good.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
