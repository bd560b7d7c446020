#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What people mistype, and what they get when they type little."""
import subprocess
import unittest

from pave_program import BAD, Case


class Usage(Case):
    def refuses(self, words, expected):
        status, out, err = self.pave(*words)
        self.assertEqual((status, out, err), (2, "", f"pave: {expected}\n"))

    def test_names_the_wrong_option_and_the_nearest_right_one(self):
        self.refuses(["scan", "--fromat", "json"], "--fromat: unknown option; did you mean --format?")
        self.refuses(["scan", "--jsno"], "--jsno: unknown option; did you mean --json?")
        self.refuses(["scan", "--zzzzzz"], "--zzzzzz: unknown option")
        self.refuses(["test", "--error"], "--error: unknown option")

    def test_names_the_wrong_command_and_the_nearest_right_one(self):
        self.refuses(["scna"], "scna: unknown command; did you mean scan?")
        self.refuses(["help", "tset"], "tset: unknown command; did you mean test?")
        self.refuses(["zzzzzz"], "zzzzzz: unknown command; `pave help` lists them")
        self.refuses(["rules", "lits"], "rules: lits: unknown; did you mean list?")

    def test_names_the_wrong_verb_and_the_right_ones(self):
        for command, wrong, right in (("keys", "rotaet", "rotate"), ("findings", "lsit", "list"),
                                      ("policy", "tset", "test"), ("rules", "chekc", "check")):
            with self.subTest(command):
                self.assertEqual(self.pave(command, wrong),
                                 (2, "", f"pave: {command}: {wrong}: unknown; did you mean {right}?\n"))
                self.assertRegex(self.pave(command, "no")[2], rf"^pave: {command}: no: unknown; expected .* or ")
        self.assertRegex(self.pave("keys")[2], "^pave: keys: expected create, list, .*, policy or trust\n$")

    def test_refuses_what_a_command_has_no_use_for(self):
        self.refuses(["version", "x"], "x: version takes options only")
        self.refuses(["help", "scan", "test"], "test: expected one command at most")

    def test_says_how_to_scan_a_path_given_instead_of_a_command(self):
        self.write("app/a.py", BAD)
        self.refuses(["app"], "app: unknown command; to scan it: pave scan app")

    def test_says_which_values_an_option_takes(self):
        self.refuses(["scan", "--format", "xml"], "--format: expected text|json|sarif|github|gitlab, not 'xml'")
        self.refuses(["scan", "-j", "many"], "-j: expected a number from 1 to 9999, not 'many'")
        self.refuses(["scan", "--rules"], "--rules: expected a value: FILE|DIR")

    def test_says_which_ledgers_there_are(self):
        self.refuses(["findings", "list", "--ledger", "mysql://localhost/x"],
                     "mysql://localhost/x: no such kind of ledger; expected a file, or postgres://…")

    def test_says_once_where_a_file_of_rules_is_wrong(self):
        self.write("rules.yaml", "rules:\n - id: x\n  bad")
        _, _, err = self.pave("rules", "check", "rules.yaml")
        self.assertRegex(err, r"^pave: rules\.yaml:3:3: expected ")

    def test_says_where_a_pattern_is_wrong(self):
        for lang, pattern, said in (("python", "foo($X", "pave: --pattern:1:7: this is not python: "),
                                    ("js", "a($X)\nb(", "pave: --pattern: this is not javascript: "),
                                    ("pyhton", "f()", "pave: --lang: language 'pyhton' is not supported yet; "
                                                      "did you mean python?")):
            with self.subTest(pattern=pattern):
                status, out, err = self.pave("scan", "-l", lang, "-e", pattern)
                self.assertEqual((status, out), (2, ""))
                self.assertTrue(err.startswith(said), err)

    def test_says_which_options_need_each_other(self):
        self.refuses(["scan", "-e", "f()"], "--pattern: needs --lang, which says what language it is in")
        self.refuses(["scan", "--stdin"],
                     "standard input: needs --path NAME, which says what language it is")
        self.refuses(["scan", "--staged", "--diff", "HEAD"], "--staged: cannot be used together with --diff")

    def test_says_which_path_is_not_there(self):
        status, out, err = self.pave("scan", "nowhere")
        self.assertEqual((status, out), (2, ""))
        self.assertRegex(err, r"^pave: nowhere: .+\n$")
        status, _, err = self.pave("scan", "--rules", "nowhere.yaml")
        self.assertEqual(status, 2)
        self.assertRegex(err, r"^pave: nowhere\.yaml: .+\n$")

    def test_names_the_nearest_rule(self):
        self.refuses(["scan", "--rules", "rule.yaml", "--rule", "no-evla"],
                     "no-evla: no such rule; did you mean no-eval?")

    def test_helps_in_each_way_of_asking(self):
        answers = [self.pave(*words) for words in
                   (["help", "scan"], ["scan", "--help"], ["scan", "-h"], ["scan", "--json", "x", "--help"])]
        self.assertEqual([answer[0] for answer in answers], [0] * 4)
        self.assertEqual(len({answer[1] for answer in answers}), 1)
        self.assertEqual(self.pave("--help"), self.pave("help"))
        self.assertEqual(self.pave("--version"), self.pave("version"))

    def test_helps_with_what_a_command_takes(self):
        self.assertIn("--sarif is short", self.pave("help", "scan")[1].replace("\n" + " " * 33, " "))
        for command in ("explain", "prove", "inventory", "policy"):
            with self.subTest(command):
                self.assertIn("--json", self.pave("help", command)[1])
                self.assertNotIn("--sarif", self.pave("help", command)[1])
                self.assertNotIn("sarif", self.pave("help", "--man", command)[1])

    def test_version_names_libraries_and_languages(self):
        status, out, _ = self.pave("version")
        self.assertEqual(status, 0)
        self.assertRegex(out, r"^pave \d+\.\d+\.\d+\nlibraries: libyaml [\d.]+, PCRE2 [\d.]+\n"
                              r"languages:.* python")

    def test_alone_says_what_could_be_scanned_here(self):
        self.write("a.py", BAD)
        status, out, err = self.pave()
        self.assertEqual((status, err), (0, ""))
        self.assertIn("pave scan", out)
        self.assertIn("2 files: 1 python, 1 yaml", out)
        self.assertNotIn("--staged", out)
        subprocess.run(["git", "init", "-q"], cwd=self.folder, check=True)
        self.assertIn("--staged", self.pave()[1])

    def test_alone_where_there_is_nothing_shows_the_commands(self):
        (self.folder / "empty").mkdir()
        status, out, _ = self.pave(cwd=self.folder / "empty")
        self.assertEqual(status, 0)
        self.assertIn("no source code", out)
        self.assertIn("Commands:", out)

    def test_shows_control_bytes_of_names_as_question_marks(self):
        status, _, err = self.pave("scan", "no\x1b[31mwhere")
        self.assertEqual(status, 2)
        self.assertNotIn("\x1b", err)


if __name__ == "__main__":
    unittest.main()
