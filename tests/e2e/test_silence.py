#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Silent rules: they speak where they are asked to, say why they do not, and `pave test` holds them to what was measured."""
import json
import random
import unittest

from pave_program import BAD, RULE, Case

WHY = "Half of what it finds is no concern."
SILENT = RULE + f'    metadata: {{pave: {{silent: "{WHY}"}}}}\n'
OTHER = RULE.replace("no-eval", "other").split("\n", 1)[1]


def google_key(seed=7):
    return "AIza" + "Sy" + "".join(random.Random(seed).choices("abcdefgHJKLMNPQRSTuvwxyz23456789", k=33))


class Silence(Case):
    def setUp(self):
        super().setUp()
        self.write("code/a.py", BAD)

    def found(self, *words):
        status, out, err = self.pave("scan", "--json", *words, "code")
        self.assertEqual(status, 0, err)
        return [result["check_id"].rsplit(".", 1)[-1] for result in json.loads(out)["results"]]

    def test_a_silent_rule_speaks_only_where_it_is_asked_to(self):
        self.write("rules/one.yaml", SILENT)
        for words in (["--no-cache"], [], []):  # the last ones from what the one before has kept
            self.assertEqual(self.found("--rules", "rules", *words), [])
            self.assertEqual(self.found("--rules", "rules", "--all-rules", *words), ["no-eval"])
            self.assertEqual(self.found("--rules", "rules", "--rule", "no-eval", *words), ["no-eval"])
            self.assertEqual(self.found("--rules", "rules/one.yaml", *words), ["no-eval"])

    def test_a_file_of_many_rules_asks_for_none_of_them(self):
        self.write("many.yaml", SILENT + OTHER)
        self.assertEqual(self.found("--rules", "many.yaml"), ["other"])
        self.assertEqual(sorted(self.found("--rules", "many.yaml", "--all-rules")), ["no-eval", "other"])

    def test_it_says_why(self):
        self.write("one.yaml", SILENT)
        self.assertIn("(silent)", self.pave("rules", "list", "--rules", "one.yaml")[1])
        self.assertIn(f"silent: {WHY}", self.pave("rules", "show", "no-eval", "--rules", "one.yaml")[1])
        out = " ".join(self.pave("explain", "no-eval", "--rules", "one.yaml")[1].split())
        self.assertIn(f"Silent {WHY}", out)
        self.assertIn("--all-rules", out)
        told = json.loads(self.pave("explain", "no-eval", "--rules", "one.yaml", "--format", "json")[1])
        self.assertEqual(told["silent"], WHY)

    def test_a_reason_is_required(self):
        for word in ("true", '""', "[]"):
            self.write("one.yaml", RULE + f"    metadata: {{pave: {{silent: {word}}}}}\n")
            status, _, err = self.pave("scan", "--rules", "one.yaml", "code")
            self.assertEqual(status, 2)
            self.assertIn("'silent' should say in words why", err)

    def test_what_fell_silent_is_not_fixed(self):
        self.write("rules/one.yaml", RULE)
        words = ("scan", "--rules", "rules", "--ledger", "pave.db", "--asset", "app", "code")
        self.assertIn("1 new, 0 known, 0 reopened, 0 fixed", self.pave(*words)[2])
        self.write("rules/one.yaml", SILENT)
        self.write("rules/two.yaml", RULE.replace("no-eval", "other").replace("eval(", "exec("))
        self.assertIn("0 new, 0 known, 0 reopened, 0 fixed", self.pave(*words)[2])
        self.write("code/a.py", "print(1)\n")
        self.assertIn("0 reopened, 0 fixed", self.pave(*words)[2])
        self.assertIn("no-eval", self.pave("findings", "list", "--ledger", "pave.db")[1])
        self.assertIn("0 reopened, 1 fixed", self.pave(*words, "--all-rules")[2])

    def test_published_keys_are_told_when_asked_for(self):
        self.write("code/a.js", f'const firebaseConfig = {{\n  apiKey: "{google_key()}",\n  authDomain: "a.firebaseapp.com",\n}};\n')
        self.write("code/b.js", f'const client = new Client({{apiKey: "{google_key(8)}"}});\n')
        self.assertEqual(self.found("--rule", "google-api-key"), ["secrets/google-api-key"])
        self.assertNotIn("secrets/google-client-key", self.found())
        self.assertIn("secrets/google-client-key", self.found("--all-rules"))


class Held(Case):
    """pave test, where measured.yaml stands beside the rules"""

    def trial(self, rule, row, path="rules"):
        self.write("rules/python/no-eval/rule.yaml", rule)
        self.write("rules/python/no-eval/bad.py", "eval(x)  # pave: expect no-eval\n")
        self.write("rules/python/no-eval/good.py", "val(x)\n")
        self.write("rules/measured.yaml", f"measured:\n  python/no-eval: {{{row}}}\n"
                   "  secrets/google-client-key: {right: 0, wrong: 14}\n")
        return self.pave("test", path)

    def test_a_rule_that_is_wrong_too_often_has_to_be_silent(self):
        status, out, _ = self.trial(RULE, "right: 2, wrong: 8")
        self.assertEqual(status, 1)
        self.assertIn("FAILED python/no-eval\n  of 10 measured findings 8 are wrong", out)
        self.assertEqual(self.trial(RULE, "right: 2, wrong: 8", "rules/python/no-eval")[0], 1)
        self.assertEqual(self.trial(SILENT, "right: 2, wrong: 8")[:2], (0, "1 passed, 0 failed\n"))

    def test_few_cases_prove_nothing(self):
        for rule in (RULE, SILENT):
            self.assertEqual(self.trial(rule, "right: 0, wrong: 3")[0], 0)

    def test_a_rule_that_is_right_may_not_be_silent(self):
        status, out, _ = self.trial(SILENT, "right: 19, wrong: 1")
        self.assertEqual(status, 1)
        self.assertIn("is silent, but of 20 measured findings 19 are right", out)
        self.assertIn("nothing was measured", self.trial(SILENT, "")[1])

    def test_its_examples_run_all_the_same(self):
        self.trial(SILENT, "right: 2, wrong: 8")
        self.write("rules/python/no-eval/good.py", "eval(x)\n")
        self.assertIn("false alarm", self.pave("test", "rules")[1])

    def test_built_in_rules_are_held_too(self):
        self.trial(RULE, "right: 9, wrong: 0")
        self.write("rules/measured.yaml", "measured:\n  secrets/google-client-key: {right: 0, wrong: 14}\n"
                   "  secrets/password: {right: 0, wrong: 14}\n")
        out = self.pave("test", "rules")[1]
        self.assertIn("FAILED secrets/password\n", out)
        self.assertNotIn("google-client-key", out)

    def test_what_cannot_be_read_is_named(self):
        self.trial(RULE, "right: 9, wrong: 0")
        self.write("rules/measured.yaml", "measured: [\n")
        status, out, err = self.pave("test", "rules")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("rules/measured.yaml: ", err)


if __name__ == "__main__":
    unittest.main()
