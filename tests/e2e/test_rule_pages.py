#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What docs/rules.md says of the shipped rules is what the rules say."""
import os
import subprocess
import sys
import unittest

from pave_program import PAVE, SOURCE, Case

TOOL = SOURCE / "tools" / "rule_pages.py"
PAGE = SOURCE / "docs" / "rules.md"
BEGIN, END = "<!-- made by tools/rule_pages.py -->\n", "<!-- end -->\n"


class RulePages(Case):
    maxDiff = None

    def run_tool(self, *words):
        return subprocess.run([sys.executable, TOOL, PAVE, *words], capture_output=True, text=True, check=True,
                              timeout=300).stdout

    def test_the_tables_are_current(self):
        head, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        written, tail = rest.split(END)
        told = self.run_tool()
        if os.environ.get("PAVE_GOLDEN") == "write":
            PAGE.write_text(head + BEGIN + told + END + tail, encoding="utf-8")
            written = told
        self.assertEqual(written, told, "docs/rules.md: `make golden` rewrites it")

    def test_each_rule_has_a_page(self):
        self.run_tool(str(self.folder / "pages"))
        pages = list((self.folder / "pages").glob("*/*.md"))
        rules = list((SOURCE / "rules").glob("*/*/rule.yaml"))
        self.assertGreaterEqual(len(pages), len(rules))
        index = (self.folder / "pages" / "README.md").read_text(encoding="utf-8")
        self.assertIn("(python/weak-hash.md)", index)


if __name__ == "__main__":
    unittest.main()
