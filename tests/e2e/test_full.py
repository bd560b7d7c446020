#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a scan leaves out holds nothing: --full and --no-prefilter find the same, whatever the files and the threads."""
import json
import random
import sys
import unittest

from pave_program import SOURCE, Case

sys.path.insert(0, str(SOURCE / "bench"))
import generate
import generate_rules

MUTANTS = 6  # of each example
MEGABYTES = 2
RULES = 400


def mutate(lines, others, rng):
    """Drops, repeats, swaps, joins and borrows lines, and cuts some short."""
    lines = list(lines)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(lines))
        pick = rng.randrange(7)
        if pick == 0 and len(lines) > 1:
            del lines[at]
        elif pick == 1:
            lines.insert(at, rng.choice(lines))
        elif pick == 2:
            other = rng.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif pick == 3:
            lines.insert(at, rng.choice(others))
        elif pick == 4:
            lines[at] = lines[at][:rng.randint(0, len(lines[at]))]
        elif pick == 5:
            lines[at] = lines[at].replace("(", rng.choice(["", "((", "($", "{"]), 1)
        else:
            lines[at] = rng.choice(["$", "'", '"', "`", "é", "\\u0065", "//", "#", "/*", "\x00"]) + lines[at]
    return lines


class Full(Case):
    def found(self, *words):
        status, out, err = self.pave("scan", "--format", "json", *words, "src")
        self.assertIn(status, (0, 3), err)
        return json.loads(out)["results"]

    def check(self, *words):
        fast = self.found(*words, "--threads", "1")
        self.assertEqual(fast, self.found(*words, "--full"))
        self.assertEqual(fast, self.found(*words, "--no-prefilter"))
        self.assertEqual(fast, self.found(*words, "--threads", "7"))
        return fast

    def test_finds_the_same_in_the_examples_and_what_becomes_of_them(self):
        rng = random.Random(4)
        examples = [path for path in sorted((SOURCE / "rules").rglob("*.*")) if path.suffix != ".yaml"]
        texts = {path: path.read_text().split("\n") for path in examples}
        borrowed = [line for lines in texts.values() for line in lines if line.strip()]
        for number, (path, lines) in enumerate(texts.items()):
            self.write(f"src/{number}/whole{path.suffix}", "\n".join(lines))
            for k in range(MUTANTS):
                self.write(f"src/{number}/{k}{path.suffix}", "\n".join(mutate(lines, borrowed, rng)))
        self.assertGreater(len(self.check()), len(examples))

    def test_finds_the_same_with_many_rules(self):
        generate.generate(self.folder / "src", MEGABYTES)
        generate_rules.generate(self.folder, RULES)
        self.assertGreater(len(self.check("--rules", "rules.yaml")), 0)

    def test_finds_the_same_where_patterns_are_of_any_text(self):
        texts = ["proxy_pass $$host://x; proxy_pass on;", "préhost://x", "proxy\n  pass\n  $X:80", "a b\na (b", "é proxy_passé"]
        rules = [("one", "proxy_pass $X", ""), ("two", "host:// ...", ""), ("three", "proxy\n  ...\n  $A", ""),
                 ("four", "Proxy_PASS $X", "    options: {generic_engine: aliengrep, generic_caseless: true}\n"),
                 ("five", "a ... b", "    options: {generic_engine: aliengrep}\n")]
        text = "rules:\n" + "".join(
            f"  - id: {name}\n    languages: [generic]\n    severity: INFO\n    message: m\n{options}"
            f"    pattern: {json.dumps(pattern)}\n" for name, pattern, options in rules)
        self.write("rules.yaml", text)
        for number, line in enumerate(texts):
            self.write(f"src/{number}.conf", line + "\n")
        found = self.check("--rules", "rules.yaml")
        self.assertEqual({"one", "two", "three", "four", "five"}, {each["check_id"].split(".")[-1] for each in found})


    def test_parses_nothing_where_no_word_of_a_shipped_rule_is(self):
        suffixes = "c cpp java py go js ts tsx kt cs rb php rs scala tf yaml json sh".split()
        for suffix in suffixes:
            self.write(f"src/a.{suffix}", "zq = zq\n" * 1000)
        status, _, err = self.pave("scan", "--time", "src")
        self.assertEqual(0, status, err)
        self.assertRegex(err, r"parsed 0 of \d\d\d KB")


if __name__ == "__main__":
    unittest.main()
