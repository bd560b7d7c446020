#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tools/measure_rules.py: what counts as right, as wrong, and as neither."""
import json
import subprocess
import sys
import unittest

from pave_program import PAVE, SOURCE, Case

CODE = """import hashlib

def one(data):
    return hashlib.md5(data)




def two(data):
    return hashlib.md5(data)




def three(data):
    return hashlib.md5(data)
"""


class MeasureRules(Case):
    def measured(self, *cases):
        self.write("cases/one/files/a.py", CODE)
        rows = [{"path": "a.py", "class": kind, "line": line, "truth": truth} for kind, line, truth in cases]
        self.write("cases/one/rows.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
        done = subprocess.run([sys.executable, SOURCE / "tools/measure_rules.py", PAVE, self.folder / "cases"],
                              capture_output=True, text=True, check=True, timeout=100)
        return done.stdout

    def test_findings_at_cases_are_counted(self):
        out = self.measured(("CWE-328", 4, True), ("CWE-327", 10, True), ("CWE-328", 16, False))
        self.assertIn("python/weak-hash: {right: 2, wrong: 1, share: 0.67, interval: 0.21 to 0.94}\n", out)
        self.assertIn("Of all 3 findings 2 are right: 0.667.", out)

    def test_a_case_of_another_class_that_is_not_true_says_nothing(self):
        out = self.measured(("CWE-328", 4, True), ("CWE-327", 10, False), ("CWE-79", 16, False))
        self.assertIn("python/weak-hash: {right: 1, wrong: 0, share: 1.00, interval: 0.21 to 1.00}\n", out)


if __name__ == "__main__":
    unittest.main()
