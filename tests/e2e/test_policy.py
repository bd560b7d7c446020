#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`pave policy`, and `pave explain` of findings: decisions that can be tested, compared and told."""
import json
import shutil
import unittest

from pave_program import SOURCE, Case, clean_environment

TABLES = SOURCE / "src" / "risk" / "tables"
CATALOG = """\
kind: Component
metadata:
  name: shop
  annotations:
    pave.dev/exposure: internet
    pave.dev/tier: tier1
    pave.dev/authn: user
    pave.dev/data: "pii:store"
"""
CODE = "import hashlib\ndef digest(x):\n    return hashlib.md5(x).hexdigest()\n"


class Policy(Case):
    def setUp(self):
        super().setUp()
        self.mine = self.folder / "mine"
        shutil.copytree(TABLES, self.mine)

    def policy(self, *words, status=0):
        done, out, err = self.pave("policy", *words)
        self.assertEqual(done, status, out + err)
        return out if done in (0, 1) else err

    def change(self, table, old, new):
        path = self.mine / table
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new))

    def test_the_shipped_policy_holds_with_its_cases(self):
        out = self.policy("test", TABLES)
        self.assertNotIn("FAILS", out)
        self.assertEqual(out.count("holds  case: "), 11)
        self.assertIn("4 rows of obligations, 32 combinations", out)
        self.assertIn("5 tables, 102 rows, 4096 combinations", self.policy("test"))

    def test_what_is_not_monotone_is_shown(self):
        self.change("priority.csv", "3,pattern,medium,hard,defer", "3,pattern,medium,hard,immediate")
        out = self.policy("test", self.mine, status=1)
        self.assertIn("FAILS  monotone", out)
        self.assertIn("gives immediate, and with a higher", out)

    def test_an_input_that_never_matters_is_named(self):
        text = (self.mine / "ease.csv").read_text().replace("moderate", "hard").replace("easy", "hard")
        (self.mine / "ease.csv").write_text(text)
        self.assertIn("ease.csv: system exposure never changes the result", self.policy("test", self.mine, status=1))

    def test_a_case_that_does_not_hold_is_told(self):
        self.change("priority.csv", "21,reachable,very-high,hard,out-of-cycle", "21,reachable,very-high,hard,immediate")
        out = self.policy("test", self.mine, status=1)
        self.assertIn("FAILS  case: D, health records written to storage without the library", out)
        self.assertIn("expected out-of-cycle: got immediate", out)

    def test_errors_name_file_and_line(self):
        self.change("priority.csv", "3,pattern,medium,hard,defer\n", "")
        self.assertIn("priority.csv: ", self.policy("test", self.mine, status=2))
        self.write("mine/cases.yaml", "- name: x\n  facts: {colour: red}\n  priority: defer\n")
        shutil.copy(TABLES / "priority.csv", self.mine)
        self.assertIn("line 2: 'colour' is no fact", self.policy("test", self.mine, status=2))
        self.write("mine/cases.yaml", "- name: x\n  facts: {data: red}\n  priority: defer\n")
        self.assertIn("'red' is no value of data", self.policy("test", self.mine, status=2))

    def test_diff_shows_rows(self):
        self.assertEqual(self.policy("diff", TABLES, self.mine), "the policies decide alike\n")
        self.change("exposure.csv", "2,internal,gated,small", "2,internal,gated,controlled")
        out = self.policy("diff", TABLES, self.mine)
        self.assertEqual(out.split(), ["exposure", "internal", "gated", "small", "→", "controlled"])

    def test_replay_says_what_moves(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("a.py", CODE)
        self.write("results.json", self.pave("scan", "--json", "a.py")[1])
        same = self.policy("replay", TABLES, self.mine, "--findings", "results.json")
        self.assertEqual(same, "0 of 1 findings move: 0 up, 0 down, 0 otherwise\n")
        for low, high in (("defer", "scheduled"), ("scheduled", "out-of-cycle")):
            text = (self.mine / "priority.csv").read_text()
            (self.mine / "priority.csv").write_text(text.replace(f",{low}\n", f",{high}\n"))
        out = self.policy("replay", TABLES, self.mine, "--findings", "results.json", "--format", "markdown")
        self.assertTrue(out.startswith("| finding | now | then |\n|---|---|---|\n| python/weak-hash a.py:3 | "), out)
        self.assertIn("1 of 1 findings move: 1 up, 0 down", out)
        with self.subTest("of a ledger"):
            self.pave("scan", "--ledger", "pave.db", "a.py")
            out = self.policy("replay", TABLES, self.mine, "--ledger", "pave.db")
            self.assertIn("PV-1 python/weak-hash a.py:3  ", out)

    def test_wrong_usage(self):
        self.assertIn("policy: improve: unknown; expected test, show, diff or replay", self.policy("improve", status=2))
        self.assertIn("which findings?", self.policy("replay", TABLES, self.mine, status=2))
        self.assertIn("No such file", self.policy("test", "nowhere", status=2))


class Explain(Case):
    def setUp(self):
        super().setUp()
        self.write("catalog-info.yaml", CATALOG)
        self.write("a.py", CODE)

    def test_a_place(self):
        status, out, err = self.pave("explain", "a.py:3")
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(out.startswith("python/weak-hash at a.py:3: "))
        for part in ("exposure     internet  catalog-info.yaml:5\n", "impact       ", "protected    pii none  no proof",
                     "tables of pave-first-party 1.1.0", "it would be\n", " if evidence were exploited\n"):
            self.assertIn(part, out)

    def test_the_record_is_stored_with_the_finding(self):
        self.pave("scan", "--ledger", "pave.db", "a.py")
        status, told, _ = self.pave("explain", "PV-1", "--ledger", "pave.db", "--format", "json")
        record = json.loads(told)
        self.assertEqual(status, 0)
        self.assertEqual(record["policy"]["id"], "pave-first-party")
        self.assertEqual(len(record["policy"]["sha256"]), 64)
        self.assertEqual(record["result"]["lo"], record["result"]["hi"])
        self.assertEqual([step[0] for step in record["path"]], ["residual", "stakes", "exposure", "ease", "priority"])
        results = json.loads(self.pave("scan", "--json", "a.py")[1])["results"]
        self.assertEqual(results[0]["extra"]["pave"]["decision"], record)

    def test_what_can_not_be_explained(self):
        self.pave("scan", "--ledger", "pave.db", "a.py")
        for words, said in ((("a.py:1",), "no rule finds anything on that line"), (("b.py:1",), "No such file"),
                            (("PV-1",), "which ledger?"), (("PV-9", "--ledger", "pave.db"), "no such finding"),
                            (("PV-9", "--ledger", "typo.db"), "there is no ledger there"), (("",), "the name of a rule")):
            with self.subTest(words):
                status, _, err = self.pave("explain", *words, env=clean_environment(PAVE_LEDGER=""))
                self.assertEqual(status, 2)
                self.assertIn(said, err)
        self.write("binary.py", b"\0\1\2")
        self.assertEqual(self.pave("explain", "binary.py:1"), (2, "", "pave: binary.py: binary, so no rule looks at it\n"))
        (self.folder / "catalog-info.yaml").unlink()
        self.assertIn("no catalog-info.yaml", self.pave("explain", "a.py:3")[2])


if __name__ == "__main__":
    unittest.main()
