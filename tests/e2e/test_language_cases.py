#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What patterns of each language hold for: the tables in tests/language, one file a language."""
import json
import unittest

from pave_program import SOURCE, Case

SUFFIX = {
    "bash": ".sh", "c": ".c", "cpp": ".cpp", "csharp": ".cs", "generic": ".conf", "go": ".go", "html": ".html",
    "java": ".java", "javascript": ".js", "json": ".json", "kotlin": ".kt", "lua": ".lua", "php": ".php",
    "python": ".py", "ruby": ".rb", "rust": ".rs", "scala": ".scala", "swift": ".swift", "terraform": ".tf",
    "typescript": ".ts", "xml": ".xml", "yaml": ".yaml",
}


def read_cases(text):
    """(pattern or formula, code, lines) of each case."""
    for case in text.split("\n====")[1:]:
        head, code = case.split("\n----\n", 1)
        kind, pattern = head.split("\n", 1)
        lines = code.rstrip("\n").split("\n")
        marked = [number for number, line in enumerate(lines, 1) if line.endswith("@@")]
        plain = [line[:-2].rstrip() if line.endswith("@@") else line for line in lines]
        yield json.loads(pattern) if kind.strip() == "formula" else {"pattern": pattern}, "\n".join(plain) + "\n", marked


class LanguageCases(Case):
    def check(self, language, cases):
        rules = []
        for number, (formula, code, _) in enumerate(cases):
            suffix = SUFFIX.get(language)
            self.write(f"src/{number}/case{suffix}" if suffix else f"src/{number}/Dockerfile", code)
            rules.append({"id": f"r{number}", "languages": [language], "severity": "INFO", "message": "m", **formula})
        self.write("rules.json", json.dumps({"rules": rules}))
        status, out, err = self.pave("scan", "--rules", "rules.json", "--format", "json", "src")
        self.assertEqual(status, 0, err)
        found = {}
        for each in json.loads(out)["results"]:
            number = each["path"].split("/")[1]
            if each["check_id"].split(".")[-1] == f"r{number}":
                found.setdefault(int(number), set()).add(each["start"]["line"])
        for number, (formula, code, marked) in enumerate(cases):
            with self.subTest(language=language, formula=formula):
                self.assertEqual(marked, sorted(found.get(number, ())), code)

    def test_patterns_hold_where_they_should(self):
        tables = sorted((SOURCE / "tests" / "language").glob("*.txt"))
        self.assertGreater(len(tables), 20)
        for table in tables:
            self.check(table.stem, list(read_cases(table.read_text())))


if __name__ == "__main__":
    unittest.main()
