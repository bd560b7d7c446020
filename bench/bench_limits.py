#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files that are made to take long: how long each takes, how much memory, and how it ends.

    make bench TARGET=limits

tests/e2e/test_limits.py holds smaller files of these shapes to an end, without looking at a clock.
"""
import json
import re
import subprocess

from measure import BUILD, PAVE, machine, run

DOTS = "f(..., $A, ..., $B, ..., $C, ..., $A, ..., $B, ..., 0)"
RULE = "rules:\n  - id: %s\n    languages: [%s]\n    severity: INFO\n    message: m\n    pattern: '%s'\n"


def records(count):
    return json.dumps([{"id": n, "name": "n%d" % n, "tags": ["a", str(n)], "size": n * 1.5} for n in range(count)])


def files():
    """Name, what it is, its text, and the pattern that is searched for; None: the shipped rules."""
    yield "brackets.py", "200,000 brackets within brackets, Python", "x = " + "(" * 200000 + "1" + ")" * 200000, None
    yield "calls.js", "100,000 calls within calls, JavaScript", "a(" * 100000 + "b" + ")" * 100000, None
    yield "elif.py", "20,000 `elif`", "if a:\n  b()\n" + "elif c:\n  d()\n" * 20000, None
    yield "sum.java", "a sum of 300,000 terms, Java", "class A { int x = " + "1+" * 300000 + "1; }", None
    yield "many.py", "100,000 findings of one rule", "import hashlib\n" + "hashlib.md5(a)\n" * 100000, None
    yield "min.js", "5 MB of minified JavaScript on one line", (
        "function pn(n,p){return n+p}" * 185000 + "crypto.createHash('md5')"), None
    yield "dots.py", "`%s` on 2,000 arguments" % DOTS, "f(" + ", ".join(map(str, range(1, 2000))) + ")", "python"
    yield "data.json", "10 MB of JSON", records(150000), "json"
    yield "deep.json", "JSON, 200,000 deep", "[" * 200000 + "]" * 200000, "json"
    yield "data.yaml", "1.8 MB of YAML", "".join("k%d: {a: 1, b: [1, 2, 3]}\n" % n for n in range(60000)), "yaml"
    yield "flow.yaml", "YAML, 50,000 deep", "a: " + "[" * 50000 + "]" * 50000, "yaml"


PATTERNS = {"python": DOTS, "json": '"name": "n77"', "yaml": "k77: $X"}


def ending(command):
    told = subprocess.run([str(word) for word in command], capture_output=True, check=False)
    found = re.search(r"not finished: (.*)", told.stderr.decode())
    return "not finished: " + found[1] if found else "scanned"


def bench(folder):
    print("| | seconds | peak MB | ends as |\n|---|---:|---:|---|")
    for name, what, text, lang in files():
        path = folder / name
        path.write_text(text + "\n")
        command = [PAVE, "scan", "--full", "--no-ignore", "--max-file-size", "20M", "-j1", "--quiet", path]
        if lang:
            rules = folder / (lang + ".rules.yaml")
            rules.write_text(RULE % (lang, lang, PATTERNS[lang]))
            command[2:2] = ["--rules", rules]
        wall, _, peak = run(command, codes=(0, 1, 3))
        print("| %s | %.1f | %.0f | %s |" % (what, wall, peak / 1e6, ending(command)), flush=True)


if __name__ == "__main__":
    place = BUILD / "bench-limits"
    place.mkdir(parents=True, exist_ok=True)
    print("%s; one run of each; 1 thread.\n" % machine())
    bench(place)
