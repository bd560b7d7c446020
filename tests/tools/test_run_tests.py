# SPDX-License-Identifier: Apache-2.0
"""tools/run_tests.py counts what programs print, and never takes a crash for a success."""
import importlib.util
import unittest
from pathlib import Path

PATH = Path(__file__).resolve().parents[2] / "tools" / "run_tests.py"
SPEC = importlib.util.spec_from_file_location("run_tests", PATH)
run_tests = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(run_tests)

PASSED = "[ RUN      ] a\n[       OK ] a\n"
FAILED = "[ RUN      ] b\n[  FAILED  ] b\n[  FAILED  ] 1 test(s), listed below:\n[  FAILED  ] b\n"
SKIPPED = "[ RUN      ] c\n[  SKIPPED ] c\n"

# What a program printed, how ctest says that it ended, and its passed, failed and skipped cases.
CASES = [
    ("cmocka", PASSED + FAILED + SKIPPED, "fail", (1, 1, 1)),
    ("a crash in the first case", "[ RUN      ] a\nAborted\n", "fail", (0, 1, 0)),
    ("a crash in a later case", PASSED + "[ RUN      ] b\n", "fail", (1, 1, 0)),
    ("a leak after the last case", PASSED, "fail", (1, 1, 0)),
    ("unittest", "Ran 3 tests in 0.1s\n\nOK\n", "run", (3, 0, 0)),
    ("unittest, skipping", "Ran 3 tests in 0.1s\n\nOK (skipped=2)\n", "run", (1, 0, 2)),
    ("unittest, failing", "Ran 9 tests in 2s\n\nFAILED (failures=1, errors=2, skipped=1)\n", "fail",
     (5, 3, 1)),
    ("a script", "done\n", "run", (1, 0, 0)),
    ("a script that fails", "oh\n", "fail", (0, 1, 0)),
    ("a script that cannot run", "skipped: no git\n", "notrun", (0, 0, 1)),
]


class RunTests(unittest.TestCase):
    def test_counts_the_cases_of_a_program(self):
        for name, output, status, expected in CASES:
            with self.subTest(name):
                count = run_tests.count_program(output, status)
                self.assertEqual((count.passed, count.failed, count.skipped), expected)

    def test_closes_with_one_line(self):
        self.assertEqual(run_tests.Count(3, 0).line(), "3 passed, 0 failed")
        self.assertEqual(run_tests.Count(3, 1, 2).line(), "3 passed, 1 failed, 2 skipped")

    def test_says_why_cases_were_skipped(self):
        self.assertEqual(run_tests.reasons("skipped: no git\n"), "no git")
        self.assertEqual(run_tests.reasons("test_a (x.T.test_a) ... skipped 'no schema'\n"), "no schema")
        self.assertEqual(run_tests.reasons(SKIPPED), "c")


if __name__ == "__main__":
    unittest.main()
