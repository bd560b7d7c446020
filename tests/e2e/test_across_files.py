# SPDX-License-Identifier: Apache-2.0
"""Values that go from file to file, as tests/e2e/across states them: a line with HIT is one that a source reaches,
and no other is."""
import json
import os
import re
import shutil
import unittest

from pave_program import Case

CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "across")


def cases(name):
    """What a case is called, and its files, of which there is at least one."""
    with open(os.path.join(CASES, name), encoding="utf-8") as text:
        for case in re.split(r"^=== ", text.read(), flags=re.M)[1:]:
            title, rest = case.split("\n", 1)
            yield title, [file.split("\n", 1) for file in re.split(r"^--- ", rest, flags=re.M)[1:]]


def expected(files):
    return sorted(f"{path}:{number}" for path, text in files
                  for number, line in enumerate(text.split("\n"), 1) if "HIT" in line)


class Files(Case):
    def found(self, rules, files):
        shutil.rmtree(self.folder / "code", ignore_errors=True)
        for path, text in files:
            self.write(f"code/{path}", text)
        status, out, err = self.pave("scan", "--rules", rules, "--json", "code")
        self.assertEqual((status, err), (0, ""))
        return sorted(f"{r['path'].removeprefix('code/')}:{r['start']['line']}" for r in json.loads(out)["results"])

    def check(self, name):
        with open(os.path.join(CASES, "rule.yaml"), encoding="utf-8") as rules:
            self.write("rule.yaml", rules.read())
        n = 0
        for title, files in cases(name):
            with self.subTest(title):
                self.assertEqual(self.found("rule.yaml", files), expected(files))
            n += 1
        self.assertGreater(n, 0)

    def test_c(self):
        self.check("c.txt")

    def test_javascript(self):
        self.check("javascript.txt")

    def test_names(self):
        self.check("names.txt")

    def test_packages(self):
        self.check("packages.txt")


if __name__ == "__main__":
    unittest.main()
