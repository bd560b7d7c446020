#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a finding says: its places to the byte, what it binds, its message and fix."""
import json
import unittest

from pave_program import Case


class RuleResults(Case):
    def result(self, rule, name, code):
        full = {"id": "r", "severity": "ERROR", "message": "m", **rule}
        self.write("rule.json", json.dumps({"rules": [full]}))
        self.write(name, code)
        status, out, err = self.pave("scan", "--rules", "rule.json", "--format", "json", name)
        self.assertEqual(status, 0, err)
        results = json.loads(out)["results"]
        self.assertEqual(len(results), 1, results)
        return results[0]

    def place(self, place):
        return place["line"], place["col"], place["offset"]

    def test_statements_end_where_the_last_one_does(self):
        found = self.result({"languages": ["python"], "pattern": "$X = open(...)\n...\n$X.close()",
                             "message": "$X from line to line"}, "a.py",
                            "# é\na = open(b)\nif c:\n    a.close()\nd\n")
        self.assertEqual(self.place(found["start"]), (2, 1, 5))
        self.assertEqual(self.place(found["end"]), (4, 14, 36))
        self.assertEqual(found["extra"]["message"], "a from line to line")
        self.assertEqual(found["extra"]["lines"], "a = open(b)\nif c:\n    a.close()")

    def test_bindings_say_what_and_where(self):
        found = self.result({"languages": ["javascript"], "pattern": "f($X, $...REST)",
                             "message": "$X then $...REST", "fix": "g($X, $...REST)"}, "a.js", "  f(a.b, 'c', d);\n")
        bound = found["extra"]["metavars"]["$X"]
        self.assertEqual(bound["abstract_content"], "a.b")
        self.assertEqual(self.place(bound["start"]), (1, 5, 4))
        self.assertEqual(self.place(bound["end"]), (1, 8, 7))
        self.assertEqual(found["extra"]["metavars"]["$...REST"]["abstract_content"], "'c', d")
        self.assertEqual(found["extra"]["message"], "a.b then 'c', d")
        self.assertEqual(found["extra"]["fix"], "g(a.b, 'c', d)")

    def test_a_name_says_what_it_stands_for(self):
        found = self.result({"languages": ["python"], "pattern": "f($X)"}, "a.py", "a = 'b'\nf(a)\n")
        value = found["extra"]["metavars"]["$X"]["propagated_value"]
        self.assertEqual(value["svalue_abstract_content"], "'b'")
        self.assertEqual(self.place(value["svalue_start"]), (1, 5, 4))
        self.assertEqual(self.place(value["svalue_end"]), (1, 8, 7))

    def test_a_message_says_what_a_name_stands_for(self):
        rule = {"languages": ["python"], "pattern": "f($X)", "message": "$X is value($X), not value($Y)"}
        found = self.result(rule, "a.py", "a = 'b'\nf(a)\n")
        self.assertEqual(found["extra"]["message"], "a is 'b', not value($Y)")
        found = self.result(rule, "b.py", "f(c)\n")
        self.assertEqual(found["extra"]["message"], "c is c, not value($Y)")

    def test_a_report_is_written_where_no_rule_is_left(self):
        self.write("rule.json", json.dumps({"rules": [{"id": "r", "severity": "ERROR", "message": "m",
                                                       "languages": ["python"], "pattern": "f("}]}))
        self.write("a.py", "f(a)\n")
        status, out, err = self.pave("scan", "--rules", "rule.json", "--format", "json", "a.py")
        self.assertEqual(status, 2, err)
        self.assertIn("no rule is left", err)
        report = json.loads(out)
        self.assertEqual(report["results"], [])
        self.assertEqual(report["errors"][0]["rule_id"], "r")
        status, out, err = self.pave("scan", "--rules", "rule.json", "a.py")
        self.assertEqual((status, out), (2, ""), err)

    def test_focus_moves_the_finding(self):
        found = self.result({"languages": ["java"], "patterns": [
            {"pattern": "$X.setSecure($V);"}, {"focus-metavariable": "$V"}], "message": "$V"},
            "A.java", "class A { void f(C c) {\n  c.setSecure( false );\n} }\n")
        self.assertEqual(self.place(found["start"]), (2, 16, 39))
        self.assertEqual(self.place(found["end"]), (2, 21, 44))
        self.assertEqual(found["extra"]["message"], "false")

    def test_texts_are_bound_without_their_quotes(self):
        found = self.result({"languages": ["go"], "pattern": "f(\"$S\")", "message": "<$S>"}, "a.go",
                            "package a\nfunc g() { f(`raw text`) }\n")
        self.assertEqual(found["extra"]["message"], "<raw text>")
        self.assertEqual(self.place(found["extra"]["metavars"]["$S"]["start"]), (2, 15, 24))

    def test_any_text_is_placed_by_its_words(self):
        found = self.result({"languages": ["generic"], "pattern": "listen $...P;", "message": "[$...P]"}, "a.conf",
                            "server {\n  listen 80 ssl ;\n}\n")
        self.assertEqual(self.place(found["start"]), (2, 3, 11))
        self.assertEqual(self.place(found["end"]), (2, 18, 26))
        self.assertEqual(found["extra"]["message"], "[80 ssl]")

    def test_a_text_in_another_language_binds_in_the_file(self):
        found = self.result({"languages": ["yaml"], "patterns": [
            {"pattern": "run: $R"},
            {"metavariable-pattern": {"metavariable": "$R", "language": "bash", "pattern": "curl $URL"}},
            {"focus-metavariable": "$URL"}], "message": "$URL"}, "a.yaml", "a:\n  run: curl http://x\n")
        self.assertEqual(self.place(found["start"]), (2, 13, 15))
        self.assertEqual(found["extra"]["message"], "http://x")

    def test_groups_of_expressions_are_named(self):
        found = self.result({"languages": ["regex"], "pattern-regex": r"key=(?P<KEY>\w+)-(\d+)",
                             "message": "$KEY and $2"}, "a.txt", "x key=ab-12\n")
        self.assertEqual(found["extra"]["message"], "ab and 12")
        self.assertEqual(self.place(found["start"]), (1, 3, 2))


if __name__ == "__main__":
    unittest.main()
