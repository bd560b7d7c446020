# SPDX-License-Identifier: Apache-2.0
"""Values followed through programs in many languages: a line with HIT is one that a source reaches, and no other is."""
import json
import os
import unittest

from pave_program import Case

FLOWS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "flows")


def expected(path):
    with open(path, encoding="utf-8") as lines:
        return {number for number, line in enumerate(lines, 1) if "HIT" in line}


class Flows(Case):
    def test_each_program(self):
        names = sorted(name for name in os.listdir(FLOWS) if name != "rule.yaml")
        self.assertGreater(len(names), 8)
        for name in names:
            with self.subTest(name):
                path = os.path.join(FLOWS, name)
                status, out, err = self.pave("scan", "--rules", os.path.join(FLOWS, "rule.yaml"), "--json", path)
                self.assertEqual((status, err), (0, ""))
                found = {result["start"]["line"] for result in json.loads(out)["results"]}
                self.assertEqual((sorted(expected(path) - found), sorted(found - expected(path))), ([], []),
                                 "missed, and found for nothing")


if __name__ == "__main__":
    unittest.main()
