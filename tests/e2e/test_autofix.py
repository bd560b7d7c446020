#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""pave scan --autofix"""
import json
import unittest

from pave_program import RULE, Case

FIXING = RULE + "    fix: literal_eval($X)\n"


class Autofix(Case):
    def setUp(self):
        super().setUp()
        self.write("rule.yaml", FIXING)

    def test_changes_what_was_found_and_nothing_else(self):
        path = self.write("a.py", "# caf\u00e9\r\nx = eval(a) + eval( b )\r\ny = 1")
        path.chmod(0o750)
        status, _, err = self.scan("--autofix", "a.py")
        self.assertEqual((status, err), (0, "pave: 2 fixes applied\n"))
        self.assertEqual(path.read_bytes().decode(),
                         "# caf\u00e9\r\nx = literal_eval(a) + literal_eval(b)\r\ny = 1")
        self.assertEqual(path.stat().st_mode & 0o777, 0o750)
        self.assertIn("0 fixes applied", self.scan("--autofix", "a.py")[2])

    def test_leaves_nested_findings_for_the_next_run(self):
        path = self.write("a.py", "eval(eval(x))\n")
        self.assertIn("1 overlap", self.scan("--autofix")[2])
        self.scan("--autofix")
        self.assertEqual(path.read_text(), "literal_eval(literal_eval(x))\n")

    def test_leaves_suppressed_findings_alone(self):
        text = "eval(x)  # pave: ignore no-eval -- x is ours\n"
        path = self.write("a.py", text)
        self.scan("--autofix")
        self.assertEqual(path.read_text(), text)

    def test_does_not_touch_files_without_it(self):
        path = self.write("a.py", "eval(x)\n")
        self.scan()
        self.assertEqual(path.read_text(), "eval(x)\n")

    def check_fix(self, pattern, fix, code, expected, language="python", name="a.py"):
        rule = {"id": "r", "languages": [language], "severity": "INFO", "message": "m"}
        key = "match" if isinstance(pattern, dict) else "pattern"
        rule.update({key: pattern}, **({"fix": fix} if fix is not None else {}))
        self.write("rule.yaml", json.dumps({"rules": [rule]}))
        path = self.write(name, code)
        self.scan("--autofix", name)
        self.assertEqual(path.read_text(), expected)

    def test_ends_a_statement_once(self):
        code = "import a.B;\nclass A { int f() { int x = 1; return x; } }\n"
        for pattern, fix, old, new in (
                ("return $X", "return g($X)", "return x", "return g(x)"),
                ("return $X;", "return g($X);", "return x", "return g(x)"),
                ("import a.$X", "import b.$X", "a.B", "b.B"),
                ("int $X = $Y;", "long $X = $Y", "int x", "long x")):
            self.check_fix(pattern, fix, code, code.replace(old, new), "java", "A.java")
        for fix in ("let $X = $Y", "let $X = $Y;"):
            self.check_fix("const $X = $Y", fix, "const a = 1;\n", "let a = 1;\n", "javascript", "a.js")

    def test_keeps_the_quotes_of_the_code(self):
        self.check_fix('f("$X")', 'g("$X")', "f('a \"b')\nf(\"\"\"c\"\"\")\nf('d')\n",
                       "g('a \"b')\ng(\"\"\"c\"\"\")\ng('d')\n")

    def test_puts_brackets_around_what_would_come_apart(self):
        self.check_fix("f($X)", "$X * 2", "a = f(b + c)\nd = f(e)\n", "a = (b + c) * 2\nd = e * 2\n")

    def test_leaves_no_comma_beside_nothing(self):
        self.check_fix("f($...A, k=1, $...B)", "f($...A, k=2, $...B)", "f(k=1)\n", "f(k=2)\n")

    def test_indents_the_lines_below_the_first(self):
        self.check_fix("f($X)", "g($X)\nh()", "if a:\n    f(1)\n", "if a:\n    g(1)\n    h()\n")

    def check_import(self, name, language, code, expected):
        self.write("rule.yaml", json.dumps({"rules": [{
            "id": "r", "languages": [language], "severity": "INFO", "message": "m", "pattern": "old($X)",
            "fix": "mac.check($X)", "fix-import": "import mac\nconst mac = require(\"mac\");"}]}))
        path = self.write(name, code)
        self.scan("--autofix", name)
        self.assertEqual(path.read_bytes().decode(), expected)

    def test_puts_the_import_that_a_fix_needs_below_the_others(self):
        head = '#!/bin/sh\n"""Says what."""\nimport a\nfrom b import (c,\n    d)\n'
        self.check_import("a.py", "python", head + "\nold(1)\nold(2)\n",
                          head + "import mac\n\nmac.check(1)\nmac.check(2)\n")

    def test_puts_the_import_above_all_else_where_there_is_none(self):
        self.check_import("a.py", "python", "# coding: utf-8\n'Says what.'\n\nold(1)\n",
                          "# coding: utf-8\n'Says what.'\nimport mac\n\nmac.check(1)\n")
        self.check_import("b.py", "python", "# coding: utf-8\nold(1)\n", "# coding: utf-8\nimport mac\nmac.check(1)\n")

    def test_puts_no_import_where_it_is(self):
        self.check_import("a.py", "python", "import mac\r\nold(1)\r\n", "import mac\r\nmac.check(1)\r\n")

    def test_keeps_the_line_ends_and_the_mark_of_a_file(self):
        self.check_import("a.py", "python", "\ufeffimport a\r\nold(1)\r\n",
                          "\ufeffimport a\r\nimport mac\r\nmac.check(1)\r\n")

    def test_imports_as_the_file_does(self):
        self.check_import("a.js", "javascript", "'use strict';\nconst a = require('a');\nold(1);\n",
                          "'use strict';\nconst a = require('a');\nconst mac = require(\"mac\");\nmac.check(1);\n")
        self.check_import("b.js", "javascript", "import a from 'a';\nold(1);\n",
                          "import a from 'a';\nimport mac\nmac.check(1);\n")

    def test_imports_of_go_follow_a_group(self):
        self.write("rule.yaml", json.dumps({"rules": [{
            "id": "r", "languages": ["go"], "severity": "INFO", "message": "m", "pattern": "old($X)",
            "fix": "mac.Check($X)", "fix-import": 'import "mac"'}]}))
        for head, expected in (('import (\n\t"a"\n\t"b"\n)', 'import (\n\t"a"\n\t"b"\n)\nimport "mac"'),
                               ('import "a"', 'import "a"\nimport "mac"'),
                               ('import (\n\t"mac"\n)', 'import (\n\t"mac"\n)'),
                               ("", 'import "mac"\n')):
            path = self.write("a.go", f"package p\n\n{head}\n\nvar x = old(1)\n")
            self.scan("--autofix", "a.go")
            self.assertEqual(path.read_text().replace("\n\n", "\n"),
                             f"package p\n\n{expected}\n\nvar x = mac.Check(1)\n".replace("\n\n", "\n"))

    def test_reports_say_what_a_fix_needs(self):
        self.check_import("a.py", "python", "import a\nmac.check(1)\n", "import a\nmac.check(1)\n")
        self.write("a.py", "import a\nold(1)\n")
        self.assertIn("      + import mac\n", self.scan("a.py")[1])
        extra = json.loads(self.scan("--json", "a.py")[1])["results"][0]["extra"]
        self.assertEqual(extra["fix_import"], {"text": "import mac\n", "offset": 9})
        sarif = json.loads(self.scan("--sarif", "a.py")[1])["runs"][0]["results"][0]
        changes = sarif["fixes"][0]["artifactChanges"][0]["replacements"]
        self.assertEqual([c["insertedContent"]["text"] for c in changes], ["mac.check(1)", "import mac\n"])
        self.assertEqual(changes[1]["deletedRegion"], {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 1})

    def offered(self, code, **more):
        """The fixes that are offered for calls of `old`."""
        rule = {"id": "r", "languages": ["python"], "severity": "INFO", "message": "m", "pattern": "old($X)", **more}
        self.write("rule.yaml", json.dumps({"rules": [rule]}))
        self.write("a.py", code)
        results = json.loads(self.scan("--json", "a.py")[1])["results"]
        return [result["extra"].get("fix") for result in results]

    def test_an_expression_may_need_an_import_of_its_own(self):
        self.offered("import a\nold(1)\nold(x)\n", **{"fix-regex": [
            {"regex": r"^old\((\d)\)", "replacement": r"b.new(\1)", "import": "import b"},
            {"regex": "^old", "replacement": "new"}]})
        self.scan("--autofix", "a.py")
        self.assertEqual((self.folder / "a.py").read_text(), "import a\nimport b\nb.new(1)\nnew(x)\n")

    def test_offers_no_fix_with_which_the_file_cannot_be_read(self):
        self.assertEqual(self.offered("old(1)\nold(x)\nold(2)\n", fix="new($X)) +"), [None] * 3)
        broken = {"regex": r"^old\(1\)", "replacement": "new(("}
        good = {"regex": r"^old", "replacement": "new"}
        self.assertEqual(self.offered("old(1)\nold(x)\nold(1)\n", **{"fix-regex": [broken, good]}),
                         [None, "new(x)", None])

    def test_offers_no_fix_that_leaves_what_a_rule_with_a_class_finds(self):
        mark = {"metadata": {"pave": {"class": "crypto.weak-hash"}}}
        self.assertEqual(self.offered("old(1)\n", fix="old($X + 1)", **mark), [None])
        self.assertEqual(self.offered("old(1)\n", fix="f(old)", **mark), ["f(old)"])
        self.assertEqual(self.offered("old(1)\n", fix="old($X + 1)"), ["old(1 + 1)"])

    def test_proves_a_fix_of_words_alone_before_it_is_written(self):
        self.offered("x = old(1)\nold(2)\n", **{"metadata": {"pave": {"class": "crypto.weak-hash"}}, "pattern": "$F($X)",
                                              "fix": "new($X)"})
        self.assertIn("0 fixes applied", self.scan("--autofix", "a.py")[2])
        self.assertEqual((self.folder / "a.py").read_text(), "x = old(1)\nold(2)\n")

    def test_what_was_broken_before_hinders_no_fix(self):
        self.assertEqual(self.offered("def f(:\n\nold(1)\n", fix="renewed($X)"), ["renewed(1)"])

    def test_proves_many_fixes_and_gives_up_on_many_that_break(self):
        self.assertEqual(self.offered("old(1)\n" * 1200, fix="new($X, 2)"), ["new(1, 2)"] * 1200)
        either = {"fix-regex": [{"regex": r"^old\(1\)", "replacement": "new(("},
                                {"regex": r"^old\(x\)", "replacement": "new(x, 2)"}]}
        self.assertEqual(self.offered("old(1)\n" * 5 + "old(x)\n", **either), [None] * 5 + ["new(x, 2)"])
        self.assertEqual(self.offered("old(1)\n" * 45 + "old(x)\n", **either), [None] * 46)

    def test_takes_the_fix_of_the_formula_that_matched(self):
        either = {"any": [{"pattern": "f($X)", "fix": "g($X)"}, {"pattern": "g($X)", "fix": "f($X)"}]}
        self.check_fix(either, None, "f(1)\ng(2)\n", "g(1)\nf(2)\n")

    def test_refuses_standard_input(self):
        self.assertEqual(self.scan("--autofix", "--stdin", "--path", "a.py")[0], 2)


if __name__ == "__main__":
    unittest.main()
