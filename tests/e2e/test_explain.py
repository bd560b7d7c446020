#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`pave explain`: what there is to say of a rule."""
import json
import re
import unittest

from pave_program import RULE, SOURCE, Case


class Explain(Case):
    def test_nothing_to_explain_is_asked_for(self):
        status, out, err = self.pave("explain")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("which rule or finding?", err)

    def explain(self, *words):
        status, out, err = self.pave("explain", *words)
        self.assertEqual((status, err), (0, ""))
        return out

    def test_a_rule_has_its_story(self):
        out = self.explain("python/weak-hash")
        for heading in ("What is wrong", "How it is attacked", "Bad", "Good", "Call instead", "References"):
            self.assertIn(f"\n{heading}\n    ", out)
        self.assertIn("CWE-328", out)

    def test_every_weakness_of_a_rule_is_named(self):
        out = self.explain("java/predictable-random")
        self.assertIn("\n    CWE-338: ", out)
        self.assertIn("\n    CWE-330: ", out)
        self.assertIn("\n- CWE-330: ", self.explain("java/predictable-random", "--format", "markdown"))
        status, out, _ = self.pave("rules", "show", "java/predictable-random")
        self.assertEqual(status, 0)
        self.assertIn("\n    CWE-330: ", out)

    def test_a_name_without_its_language_means_all_of_that_name(self):
        out = self.explain("weak-hash")
        self.assertIn("python/weak-hash: ", out)
        self.assertIn("\njava/weak-hash: ", out)

    def test_a_page_is_markdown(self):
        out = self.explain("python/weak-hash", "--format", "markdown")
        self.assertTrue(out.startswith("# python/weak-hash\n\n"))
        self.assertIn("\n## How it is attacked\n\n", out)

    def test_every_shipped_rule_belongs_to_a_class_that_is_described(self):
        stories = [json.loads(line) for line in self.explain("--format", "json").splitlines()]
        self.assertGreater(len(stories), 60)
        for story in stories:
            for key in ("class", "title", "attack", "call", "bad", "good", "message", "tells"):
                self.assertTrue(story[key], f"{story['rule']} has no {key}")
            facts = story["metadata"]["pave"]
            self.assertEqual({"class", "facets", "impact", "automatable", "pre-auth"} - set(facts), set(),
                             story["rule"])

    def test_a_rule_without_words_of_its_own_has_those_of_its_class(self):
        classes = (SOURCE / "rules/classes.yaml").read_text(encoding="utf-8")
        classes = " ".join(classes.split())
        stories = [json.loads(line) for line in self.explain("--format", "json").splitlines()]
        own = [story for story in stories if "tells" in story["metadata"]["pave"]]
        lent = [story for story in stories if "tells" not in story["metadata"]["pave"]]
        self.assertGreater(min(len(own), len(lent)), 50)
        for story in own:
            self.assertEqual(story["tells"], story["metadata"]["pave"]["tells"].strip(), story["rule"])
        for story in lent:
            self.assertIn(f"tells: >- {story['tells']}", classes, story["rule"])
        self.assertIn("\nHow the rule tells right from wrong\n    ", self.explain(lent[0]["rule"]))

    def test_a_fix_by_an_expression_says_what_it_puts_for_what(self):
        text = self.explain("csharp/tls-old-version")
        self.assertRegex(text, r"\nThe fix replaces\n    \S.* by .*Tls12")
        page = self.explain("csharp/tls-old-version", "--format", "markdown")
        self.assertRegex(page, r"\n## The fix replaces\n\n- `.*` by `.*Tls12")
        story = json.loads(self.explain("csharp/tls-old-version", "--format", "json"))
        self.assertIn("Tls12", story["fix_regex"][0]["replacement"])

    def test_the_right_way_is_the_one_most_like_the_wrong_one(self):
        story = json.loads(self.explain("python/sql-injection", "--format", "json"))
        self.assertIn('"SELECT * FROM patients WHERE name = \'" + name', story["bad"])
        self.assertIn('"SELECT * FROM patients WHERE name = ?", (name,)', story["good"])

    def test_what_was_measured_is_told_of_rules_that_there_are(self):
        stories = {story["rule"]: story for story in map(json.loads, self.explain("--format", "json").splitlines())}
        table = (SOURCE / "rules/measured.yaml").read_text(encoding="utf-8")
        rows = re.findall(r"^  (\S+): {right: (\d+), wrong: (\d+), share: (\S+), interval: ([^}]+)}$", table, re.M)
        self.assertGreater(len(rows), 100)
        for rule, right, wrong, share, interval in rows:
            self.assertEqual(stories[rule]["measured"],
                             {"right": right, "wrong": wrong, "precision": share, "interval": interval})
        self.assertIn(f"Measured\n    Findings in published cases that say what is right: {rows[0][1]} right",
                      self.explain(rows[0][0]))

    def test_a_rule_of_ones_own_with_the_name_of_a_shipped_one_was_not_measured(self):
        self.write("python/weak-hash.yaml", RULE.replace("no-eval", "weak-hash"))
        story = json.loads(self.explain("--rules", "python/weak-hash.yaml", "weak-hash", "--format", "json"))
        self.assertEqual(set(story["measured"].values()), {""})

    def test_a_rule_of_ones_own_has_what_it_says(self):
        self.write("rule.yaml", RULE)
        out = self.explain("--rules", "rule.yaml", "no-eval")
        self.assertIn("What is wrong\n", out)
        self.assertNotIn("How it is attacked", out)

    def test_an_unknown_name_is_a_mistake(self):
        status, out, err = self.pave("explain", "no-such")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("no such rule", err)


if __name__ == "__main__":
    unittest.main()
