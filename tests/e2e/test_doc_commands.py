#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What docs/*.md show of commands on the example organisation is what these commands print."""
import re
import unittest

from pave_program import SOURCE, Case

PAGES = sorted((SOURCE / "docs").glob("*.md"))
SHOWN = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
# "$ pave …", then what it prints: a line "…" stands for any lines, "…" in a line for any text.
COMMAND = re.compile(r"^\$ pave ([^\n#]*)[^\n]*\n((?:(?!\$ )[^\n]*\n)*)", re.M)


def pattern_of(shown):
    lines = ["(?:.*\n)*" if line.strip() == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n"
             for line in shown.splitlines()]
    return "".join(lines)


class Commands(Case):
    def test_pages_show_what_is_printed(self):
        n = 0
        for page in PAGES:
            for block in SHOWN.findall(page.read_text()):
                for words, shown in COMMAND.findall(block):
                    if "examples/clinic" not in words:
                        continue
                    n += 1
                    with self.subTest(page=page.name, command=words):
                        _, out, _ = self.pave(*words.split(), cwd=SOURCE)
                        self.assertRegex(out, rf"\A{pattern_of(shown)}\Z")
        self.assertGreater(n, 1)


if __name__ == "__main__":
    unittest.main()
