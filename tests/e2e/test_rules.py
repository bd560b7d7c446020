#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rule files: what is wrong with them, and `pave test` and `pave rules`."""
import subprocess
import unittest

from pave_program import BAD, PAVE, RULE, Case, clean_environment

GOOD_RULE = RULE.split("\n", 1)[1]


class RuleFiles(Case):
    def setUp(self):
        super().setUp()
        self.write("a.py", BAD)

    def test_says_where_yaml_is_wrong(self):
        self.write("broken.yaml", "rules:\n  - id: x\n    message: [unclosed\n    severity: ERROR\n")
        status, _, err = self.pave("scan", "--rules", "broken.yaml")
        self.assertEqual(status, 2)
        self.assertRegex(err, r"(?m)^pave: broken\.yaml:[34]:\d+: .*expected")

    def test_runs_the_good_rules_beside_a_broken_one(self):
        self.write("mixed.yaml", RULE + "  - id: broken\n    languages: [python]\n    severity: ERROR\n"
                   "    message: m\n    pattern: eval(((\n")
        status, out, err = self.pave("scan", "--rules", "mixed.yaml", "--error")
        self.assertEqual(status, 2)
        self.assertIn("1 concern", out)
        self.assertRegex(err, r"^pave: mixed\.yaml:\d+:\d+: broken: ")

    def test_names_skips_and_counts_what_is_unsupported(self):
        self.write("join.yaml", RULE + "  - id: both\n    mode: join\n    languages: [python]\n"
                   "    severity: ERROR\n    message: m\n    join: {}\n")
        status, out, err = self.pave("scan", "--rules", "join.yaml")
        self.assertEqual(status, 0)
        self.assertIn("1 concern", out)
        self.assertRegex(err, r"^pave: join\.yaml:\d+:\d+: both: .*left out")
        self.assertEqual(self.pave("scan", "--rules", "join.yaml", "--quiet")[2], "")

    def test_rules_of_a_folder_are_read(self):
        self.write("rules/one.yaml", RULE)
        self.write("rules/more/two.yml", RULE.replace("no-eval", "two"))
        self.assertIn("2 concerns", self.pave("scan", "--rules", "rules")[1])
        self.assertIn("1 concern:", self.pave("scan", "--rules", "rules", "--rule", "two")[1])
        self.assertIn("1 concern:", self.pave("scan", "--rules", "rules", "--exclude-rule", "two")[1])

    def test_other_yaml_and_json_of_a_folder_is_no_rule_file(self):
        self.write("rules/one.yaml", RULE)
        self.write("rules/catalog-info.yaml", "kind: Component\n")
        self.write("rules/lint.json", '{"rules": {"semi": 2}}')
        self.write("rules/list.json", "[1, 2]")
        self.assertEqual(self.pave("rules", "check", "rules")[::2], (0, ""))
        self.assertEqual(self.pave("rules", "check", "rules/list.json")[0], 2)

    def test_a_folder_without_rules_is_a_mistake(self):
        self.write("none/a.txt", "")
        for words in (["scan", "--rules", "none"], ["test", "none"], ["rules", "check", "none"]):
            self.assertEqual(self.pave(*words), (2, "", "pave: none: no rules found\n"))

    def test_check_says_what_would_run(self):
        status, out, err = self.pave("rules", "check", "rule.yaml")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("1 rules can run", out)

    def test_check_names_rules_that_every_file_is_parsed_for(self):
        rule = "  - {{id: {0}, languages: [python], severity: INFO, message: m, {1}}}\n"
        regex = "metavariable-regex: {metavariable: $F, regex: %s}"
        self.write("costly.yaml", "rules:\n" + "".join(rule.format(*each) for each in [
            ("any", "pattern: $F($X)"),
            ("wide", "patterns: [{pattern: $F($X)}, {%s}]" % (regex % "^g?")),
            ("part", "patterns: [{pattern: $F($X)}, {%s}]" % (regex % "^get_")),
            ("word", "patterns: [{pattern: $F($X)}, {%s}]" % (regex % "^get_(all|one)$")),
            ("name", "pattern: eval($X)")]))
        status, out, err = self.pave("rules", "check", "costly.yaml")
        self.assertEqual((status, out), (0, "5 rules can run, 0 use something unsupported, 0 are broken\n"))
        self.assertEqual(err, "".join(
            f"pave: costly.yaml:{line}: {name}: asks for no name or word, so every python file is parsed for it\n"
            for line, name in [(2, "any"), (3, "wide")]))

    def test_list_and_show_know_the_shipped_rules(self):
        status, out, err = self.pave("rules", "list")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("python/weak-hash", out)
        status, out, _ = self.pave("rules", "show", "python/weak-hash")
        self.assertEqual(status, 0)
        self.assertIn("SHA-256", out)
        self.assertEqual(self.pave("rules", "show", "no-such")[0], 2)

    def test_dump_shows_files_and_patterns_as_trees(self):
        status, out, _ = self.pave("rules", "dump", "a.py")
        self.assertEqual(status, 0)
        self.assertIn("eval", out)
        status, out, _ = self.pave("rules", "dump", "-l", "python", "-e", "f($X, ...)")
        self.assertEqual(status, 0)
        self.assertIn("$X", out)
        self.assertEqual(self.pave("rules", "dump", "-l", "python", "-e", "f(((")[0], 2)


class Examples(Case):
    """pave test"""

    def test_passes_a_rule_beside_its_example(self):
        self.write("no-eval.yaml", RULE)
        self.write("no-eval.py", "# ruleid: no-eval\neval(x)\n# ok: no-eval\nval(x)\n")
        self.assertEqual(self.pave("test", "no-eval.yaml"), (0, "1 passed, 0 failed\n", ""))

    def test_shows_misses_and_false_alarms_line_by_line(self):
        self.write("no-eval.yaml", RULE)
        self.write("no-eval.py", "# ruleid: no-eval\nval(x)\n# ok: no-eval\neval(y)\n")
        status, out, _ = self.pave("test", "no-eval.yaml")
        self.assertEqual(status, 1)
        self.assertIn("no-eval.py:2: missed: val(x)", out)
        self.assertIn("no-eval.py:4: false alarm: eval(y)", out)
        self.assertTrue(out.endswith("0 passed, 1 failed\n"))

    def test_knows_the_folder_of_a_rule(self):
        self.write("python/no-eval/rule.yaml", RULE)
        self.write("python/no-eval/bad.py", "eval(x)  # pave: expect no-eval\n")
        self.write("python/no-eval/good.py", "val(x)\n")
        self.assertEqual(self.pave("test", "python"), (0, "1 passed, 0 failed\n", ""))
        self.write("python/no-eval/good.py", "eval(x)\n")
        status, out, _ = self.pave("test", "python")
        self.assertEqual(status, 1)
        self.assertIn("good.py:1: false alarm: eval(x)", out)

    def test_a_folder_without_examples_fails(self):
        self.write("python/no-eval/rule.yaml", RULE)
        self.write("python/no-eval/good.py", "val(x)\n")
        status, out, _ = self.pave("test", "python")
        self.assertEqual(status, 1)
        self.assertIn("bad.*", out)

    def test_counts_rules_without_examples(self):
        self.write("lonely.yaml", RULE)
        self.assertEqual(self.pave("test", "lonely.yaml"),
                         (0, "0 passed, 0 failed, 1 without examples\n", ""))

    def test_a_broken_rule_fails(self):
        self.write("x.yaml", "rules:\n  - id: x\n    languages: [python]\n")
        status, out, err = self.pave("test", "x.yaml")
        self.assertEqual(status, 2)
        self.assertIn("1 failed", out)
        self.assertIn("x.yaml:", err)

    def test_names_what_was_meant(self):
        self.assertIn("did you mean weak-hash?", self.pave("rules", "show", "weak-hsh")[2])
        self.assertIn("did you mean python?", self.pave("scan", "-e", "f()", "-l", "pyton")[2])

    def test_watching_runs_again_after_a_change(self):
        self.write("w.yaml", RULE)
        self.write("w.py", "# ruleid: no-eval\nread(x)\n")
        process = subprocess.Popen([PAVE, "test", "--watch", "w.yaml"], cwd=self.folder, env=clean_environment(),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        try:
            self.assertIn(b"waiting", process.stderr.readline())
            self.write("w.py", "# ruleid: no-eval\neval(x)\n")
            self.assertIn(b"waiting", process.stderr.readline())
        finally:
            process.terminate()
            out, _ = process.communicate(timeout=60)
        self.assertEqual(0, process.returncode)
        self.assertIn(b"w.py:2: missed: read(x)", out)
        self.assertTrue(out.endswith(b"1 passed, 0 failed\n"), out)


if __name__ == "__main__":
    unittest.main()
