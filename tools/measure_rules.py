#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How often each shipped rule is right on cases that others have published with an answer: rules/measured.yaml.

    measure_rules.py PAVE CORPORA

CORPORA holds a folder for each corpus: files/ is scanned, and each line of rows.jsonl is a case: path, line (or none: the
whole file), end (or none), class ("CWE-327") and truth. A finding is right when it stands at a case that is true and of
its kind; it is wrong when it stands only at cases of exactly its class that are not true. All others count for nothing,
and a case counts once for a rule. Silent rules are measured, too: they may come to speak.
"""
import collections
import json
import math
import re
import subprocess
import sys
from pathlib import Path

# Several numbers of one weakness: who wrote the case chose one of them.
KINDS = [{326, 327, 328, 759, 760, 780, 916, 1240}, {323, 327, 329, 330, 1204}, {330, 331, 335, 336, 337, 338, 340},
         {256, 259, 260, 312, 321, 522, 798}, {295, 297, 299, 322, 757}, {319, 311, 614, 1004}, {345, 347}, {89, 564, 943},
         {77, 78, 88}, {22, 23, 36, 73}, {79, 80, 116}, {94, 95, 917, 1336}, {90, 643, 91}, {611, 776}, {502, 915}, {113, 117, 93}]
NEAR = 2
LONGEST = 200


def kin(number):
    return {number}.union(*(kind for kind in KINDS if number in kind))


def findings(run):
    """(rule, its numbers, path, first line, last line) of each result."""
    tags = {rule["id"]: rule.get("properties", {}).get("tags", []) for rule in run["tool"]["driver"]["rules"]}
    for result in run["results"]:
        numbers = {int(found) for tag in tags.get(result["ruleId"], []) for found in re.findall(r"(?i)cwe-0*(\d+)", tag)}
        place = result["locations"][0]["physicalLocation"]
        first = place["region"]["startLine"]
        last = place["region"].get("endLine", first)
        yield result["ruleId"], numbers, place["artifactLocation"]["uri"], first, last


def touches(case, first, last):
    if case["line"] is None:
        return True
    if "end" in case:
        return first <= case["end"] and last >= case["line"]
    lines = [case["line"], *case.get("also", [])]
    return any(first - NEAR <= line <= min(last, first + LONGEST) + NEAR for line in lines)


def answer(cases, numbers, first, last):
    """The case that says whether a finding is right; None where none does."""
    here = [case for case in cases if touches(case, first, last)]
    of_its_kind = set().union(*(kin(number) for number in numbers)) if numbers else set()
    right = [case for case in here if case["truth"] and int(case["class"][4:]) in of_its_kind]
    wrong = [case for case in here if not case["truth"] and int(case["class"][4:]) in numbers]
    return next(iter(right + wrong), None)


def measure(pave, corpus, counts):
    cases = collections.defaultdict(list)
    for line in (corpus / "rows.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        cases[case["path"]].append(case)
    asked = set()
    done = subprocess.run([pave, "scan", "--all-rules", "--format", "sarif", "."], cwd=corpus / "files", capture_output=True, check=False)
    for rule, numbers, path, first, last in findings(json.loads(done.stdout)["runs"][0]):
        case = answer(cases[path], numbers, first, last)
        if case and (rule, id(case)) not in asked:
            asked.add((rule, id(case)))
            counts[rule][0 if case["truth"] else 1] += 1


def interval(right, wrong):
    """Of Wilson: where 95 of 100 such counts have the true share."""
    n, z = right + wrong, 1.96
    middle, whole = right / n + z * z / (2 * n), 1 + z * z / n
    half = z * math.sqrt(right / n * wrong / n / n + z * z / (4 * n * n))
    return f"{(middle - half) / whole:.2f} to {min((middle + half) / whole, 1):.2f}"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    counts = collections.defaultdict(lambda: [0, 0])
    for corpus in sorted(Path(sys.argv[2]).iterdir()):
        if (corpus / "rows.jsonl").is_file():
            measure(Path(sys.argv[1]).resolve(), corpus, counts)
    right = sum(count[0] for count in counts.values())
    wrong = sum(count[1] for count in counts.values())
    print("# SPDX-License-Identifier: Apache-2.0")
    print("# Made by tools/measure_rules.py: findings in published cases with an answer, right and wrong, rule by rule.")
    print(f"# Of all {right + wrong} findings {right} are right: {right / max(right + wrong, 1):.3f}.")
    print("measured:")
    for rule, (good, bad) in sorted(counts.items()):
        print(f"  {rule}: {{right: {good}, wrong: {bad}, share: {good / (good + bad):.2f}, "
              f"interval: {interval(good, bad)}}}")


if __name__ == "__main__":
    main()
