#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reports for programs: JSON in Semgrep's shape, and SARIF 2.1.0."""
import json
import os
import unittest
from pathlib import Path

from pave_program import BAD, Case

SCHEMA = Path(os.environ.get("PAVE_SARIF_SCHEMA", "/nonexistent"))

try:
    import jsonschema
except ImportError:
    jsonschema = None


class Json(Case):
    def report(self, *words):
        status, out, _ = self.scan("--json", *words)
        self.assertEqual(status, 0)
        return json.loads(out)

    def test_has_the_shape_that_tools_read(self):
        self.write("src/a.py", BAD)
        report = self.report("src")
        self.assertEqual(set(report) & {"version", "results", "errors", "paths"},
                         {"version", "results", "errors", "paths"})
        self.assertEqual(report["paths"]["scanned"], ["src/a.py"])
        self.assertEqual(report["errors"], [])
        (result,) = report["results"]
        self.assertEqual(result["check_id"].split(".")[-1], "no-eval")
        self.assertEqual(result["path"], "src/a.py")
        self.assertEqual(result["start"], {"line": 2, "col": 12, "offset": 27})
        self.assertEqual(result["end"], {"line": 2, "col": 22, "offset": 37})
        extra = result["extra"]
        self.assertEqual(extra["message"], "eval runs whatever is in text")
        self.assertEqual(extra["severity"], "ERROR")
        self.assertEqual(extra["lines"], "    return eval(text)")
        self.assertEqual(extra["metavars"]["$X"]["abstract_content"], "text")
        self.assertFalse(extra["is_ignored"])

    def test_is_json_whatever_the_file_holds(self):
        self.write("odd.py", b'eval("\xff\x00\x01\\ \xe2\x80\xa8 \\u0000")\n')
        self.write("odd2.py", b'eval("\xff\x01\xed\xa0\x80\\")\n')
        report = self.report(".")
        self.assertLessEqual(len(report["results"]), 2)

    def test_an_empty_scan_is_a_whole_report(self):
        (self.folder / "empty").mkdir()
        self.assertEqual(self.report("empty")["results"], [])

    def test_errors_say_what_was_wrong_with_rules(self):
        self.write("broken.yaml", "rules:\n  - id: x\n    languages: [python]\n")
        self.write("a.py", BAD)
        status, out, _ = self.pave("scan", "--json", "--rules", "rule.yaml", "--rules", "broken.yaml")
        self.assertEqual(status, 2)
        report = json.loads(out)
        self.assertEqual(len(report["results"]), 1)
        self.assertGreaterEqual(len(report["errors"]), 1)


class Sarif(Case):
    def report(self, *words):
        status, out, _ = self.scan("--sarif", *words)
        self.assertIn(status, (0, 2))
        return json.loads(out)

    def test_has_rules_results_and_places(self):
        self.write("src/a b.py", BAD)
        run = self.report("src")["runs"][0]
        self.assertEqual(run["tool"]["driver"]["name"].lower(), "pave")
        (result,) = run["results"]
        place = result["locations"][0]["physicalLocation"]
        self.assertEqual(place["artifactLocation"]["uri"], "src/a%20b.py")
        self.assertEqual(place["region"]["startLine"], 2)
        self.assertEqual(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"], result["ruleId"])

    @unittest.skipUnless(SCHEMA.exists(), "the schema of SARIF is not there")
    @unittest.skipUnless(jsonschema, "Python has no jsonschema")
    def test_is_valid(self):
        self.write("src/a.py", BAD + "eval(y)  # pave: ignore no-eval -- it is ours\n")
        self.write("src/odd.py", b"def (:\n eval('\xff\x01')\n")
        self.write("broken.yaml", "rules:\n  - id: x\n    languages: [python]\n")
        schema = json.loads(SCHEMA.read_text())
        (self.folder / "empty").mkdir()
        for words in (["src"], ["empty"], ["--rules", "broken.yaml", "src"],
                      ["--show-suppressed", "src"]):
            jsonschema.validate(self.report(*words), schema)

    @unittest.skipUnless(SCHEMA.exists(), "the schema of SARIF is not there")
    @unittest.skipUnless(jsonschema, "Python has no jsonschema")
    def test_is_valid_for_the_shipped_rules(self):
        examples = Path(os.environ["PAVE_SOURCE_DIR"]) / "examples" / "clinic"
        status, out, _ = self.pave("scan", "--sarif", examples)
        self.assertEqual(status, 0)
        report = json.loads(out)
        self.assertGreater(len(report["runs"][0]["results"]), 3)
        jsonschema.validate(report, json.loads(SCHEMA.read_text()))


if __name__ == "__main__":
    unittest.main()
