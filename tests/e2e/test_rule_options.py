#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`options:` of rules: each changes what its rule finds."""
import json
import unittest

from pave_program import Case

# option, its other value, language suffix, pattern, code; lines with the default, and with the option
CASES = [
    ("constant_propagation", False, ("python", ".py"), 'f("x")', 'A = "x"\nf(A)\n', [2], []),
    ("symbolic_propagation", True, ("python", ".py"), "f(g(...))", "a = g(1)\nf(a)\n", [], [2]),
    ("implicit_ellipsis", False, ("javascript", ".js"), "f({a: 1})", "f({a: 1, b: 2})\n", [1], []),
    ("implicit_deep_exprstmt", False, ("javascript", ".js"), "f();", "x = f();\n", [1], []),
    ("implicit_return", False, ("ruby", ".rb"), "return $X", "def a\n  b\nend\n", [2], []),
    ("implicit_package", True, ("csharp", ".cs"), "File.Open($X)",
     "class A { void F() {\nSystem.IO.File.Open(a);\nFile.Open(b);\nSystem.File.Open(c);\nthis.File.Open(d);\n"
     "store.Own.File.Open(e);\n} }\n", [3], [2, 3, 4]),
    ("implicit_package", True, ("kotlin", ".kt"), "File($X)", "fun f() {\n  java.io.File(a)\n  File(b)\n  own.File(c)\n}\n",
     [3], [2, 3]),
    ("vardef_assign", False, ("javascript", ".js"), "$X = 1", "var a = 1;\n", [1], []),
    ("flddef_assign", True, ("javascript", ".js"), "$X = function() { ... }", "class A { b() { c(); } }\n", [], [1]),
    ("arrow_is_function", False, ("javascript", ".js"), "function ($X) { ... }", "const f = (x) => { };\n", [1], []),
    ("attr_expr", False, ("python", ".py"), "f(...)", "@f(1)\ndef g(): pass\n", [1], []),
    ("ac_matching", False, ("javascript", ".js"), "a | b", "x = b | a;\n", [1], []),
    ("commutative_boolop", True, ("javascript", ".js"), "a && b", "x = b && a;\n", [], [1]),
    ("symmetric_eq", True, ("javascript", ".js"), "a == b", "x = b == a;\n", [], [1]),
    ("let_is_var", False, ("javascript", ".js"), "var $X = 1", "let a = 1;\n", [1], []),
    ("decorators_order_matters", True, ("python", ".py"), "@a\n@b\ndef $F(...): ...", "@b\n@a\ndef f(): pass\n",
     [1], []),
    ("go_deeper_stmt", False, ("python", ".py"), "f()\n...\ng()", "f()\nif a:\n  g()\n", [1], []),
    ("go_deeper_expr", False, ("python", ".py"), "f(<... a ...>)", "f(b + a)\n", [1], []),
    ("unify_ids_strictly", False, ("javascript", ".js"), "f(($X) => { ... }, ($X) => { ... })",
     "f((a) => { }, (a) => { })\n", [], [1]),
    ("xml_attrs_implicit_ellipsis", False, ("javascript", ".js"), "<A />", "x = <A b='c' />;\n", [1], []),
    ("xml_singleton_loose_matching", False, ("javascript", ".js"), "<A />", "x = <A>b</A>;\n", [1], []),
    ("xml_children_ordered", False, ("javascript", ".js"), "<A><B /><C /></A>", "x = <A><C /><B /></A>;\n", [], [1]),
    ("max_match_per_file", 1, ("python", ".py"), "f()", "f()\nf()\n", [1, 2], [1]),
    ("generic_ellipsis_max_span", 0, ("generic", ".conf"), "a ... b", "a\nb\n", [1], []),
    ("generic_comment_style", "shell", ("generic", ".conf"), "a b", "a # x\nb\n", [], [1]),
    ("generic_engine", "aliengrep", ("generic", ".conf"), "a\n  b", "a b\n", [], [1]),
]


class RuleOptions(Case):
    def lines(self, language, suffix, pattern, code, options):
        rule = {"id": "r", "languages": [language], "severity": "INFO", "message": "m", "pattern": pattern}
        if options:
            rule["options"] = options
        self.write("rule.json", json.dumps({"rules": [rule]}))
        path = self.write("code" + suffix, code)
        status, out, err = self.pave("scan", "--rules", "rule.json", "--format", "json", path.name)
        self.assertEqual((status, err), (0, ""))
        return sorted({each["start"]["line"] for each in json.loads(out)["results"]})

    def test_each_option_changes_what_is_found(self):
        for option, value, (language, suffix), pattern, code, plain, changed in CASES:
            with self.subTest(option=option):
                self.assertEqual(self.lines(language, suffix, pattern, code, None), plain)
                self.assertEqual(self.lines(language, suffix, pattern, code, {option: value}), changed)

    def test_a_wrong_value_names_the_option(self):
        rule = {"id": "r", "languages": ["python"], "severity": "INFO", "message": "m", "pattern": "f()",
                "options": {"symmetric_eq": "yes please"}}
        self.write("rule.json", json.dumps({"rules": [rule]}))
        self.write("a.py", "f()\n")
        status, _, err = self.pave("scan", "--rules", "rule.json", "a.py")
        self.assertEqual(status, 2)
        self.assertIn("'symmetric_eq' should be true or false", err)


if __name__ == "__main__":
    unittest.main()
