#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes many rules of believable shape, the same for the same seed, and the words that they look for.

    bench/generate_rules.py FOLDER RULES [SEED]

FOLDER/rules.yaml is for Pave and Semgrep, FOLDER/words.txt for ripgrep, FOLDER/sg/ for ast-grep.
Half are for Python, half for Java. Of forty rules one looks for a call that the trees of generate.py
hold; the others are about libraries that no file here uses, as is most of any large rule set.
"""
import random
import sys
from pathlib import Path

from generate import VERBS, WORDS

PYTHON = {
    "call": "    pattern: {lib}.{call}($X, ...)",
    "either": """    pattern-either:
      - pattern: {lib}.{call}(...)
      - pattern: {lib}.{other}(..., unsafe=True, ...)
      - pattern: {lib}.{kind}.{call}($X)""",
    "inside": """    patterns:
      - pattern: $OBJ.{call}($X)
      - pattern-inside: |
          $OBJ = {lib}.{kind}(...)
          ...
      - pattern-not: $OBJ.{call}("...")
      - metavariable-regex:
          metavariable: $X
          regex: (?i).*(secret|token)""",
    "taint": """    mode: taint
    pattern-sources:
      - pattern: {lib}.{other}(...)
    pattern-sinks:
      - pattern: {lib}.{call}(...)""",
    "common": "    pattern: self.{common}($X, ...)",
}
JAVA = {
    "call": "    pattern: {Lib}.{call}($X, ...)",
    "either": """    pattern-either:
      - pattern: {Lib}.{call}(...)
      - pattern: new {Lib}({other}, ...)
      - pattern: (com.example.{lib}.{Lib} $Y).{call}($X)""",
    "inside": """    patterns:
      - pattern: $OBJ.{call}($X)
      - pattern-inside: |
          $T $M(...) {{
            ...
            {Lib} $OBJ = new {Lib}(...);
            ...
          }}
      - pattern-not: $OBJ.{call}("...")
      - metavariable-regex:
          metavariable: $X
          regex: (?i).*(secret|token)""",
    "taint": """    mode: taint
    pattern-sources:
      - pattern: {Lib}.{other}(...)
    pattern-sinks:
      - pattern: {Lib}.{call}(...)""",
    "common": "    pattern: $OBJ.{common}($X, ...)",
}
SHAPES = ["call"] * 3 + ["either"] * 3 + ["inside"] * 3 + ["taint"]


def camel(*words):
    return words[0] + "".join(word.capitalize() for word in words[1:])


def names(rng, is_java):
    lib = [rng.choice(WORDS), rng.choice(WORDS), "kit"]
    call, other = ([rng.choice(VERBS), rng.choice(WORDS), rng.choice(WORDS)] for _ in range(2))
    common = [rng.choice(VERBS), rng.choice(WORDS)]
    join = camel if is_java else lambda *words: "_".join(words)
    return {"lib": "".join(lib), "Lib": "".join(word.capitalize() for word in lib), "call": join(*call),
            "other": join(*other), "kind": rng.choice(WORDS).capitalize() + "Client", "common": join(*common)}


def words_of(shape, is_java, name):
    if shape == "common":
        return [name["common"]]
    return [name["Lib" if is_java else "lib"]] + ([name["call"]] if shape != "either" else [])


def rule(number, rng):
    is_java = number % 2 == 1
    shape = "common" if number % 40 < 2 and number // 40 % 2 == number % 2 else rng.choice(SHAPES)
    name = names(rng, is_java)
    text = (JAVA if is_java else PYTHON)[shape].format(**name)
    head = "  - id: rule-%d\n    languages: [%s]\n    severity: WARNING\n    message: rule %d\n" % (
        number, "java" if is_java else "python", number)
    if is_java:
        pattern = "$OBJ.%s($$$)" % name["common"] if shape == "common" else "%s.%s($$$)" % (
            name["Lib"], name["call"])
    else:
        pattern = "self.%s($$$)" % name["common"] if shape == "common" else "%s.%s($$$)" % (
            name["lib"], name["call"])
    simple = "id: rule-%d\nlanguage: %s\nseverity: warning\nmessage: rule %d\nrule:\n  pattern: %s\n" % (
        number, "java" if is_java else "python", number, pattern)
    return head + text + "\n", simple, words_of(shape, is_java, name)


def generate(folder, n_rules, seed=1):
    rng = random.Random(seed)
    rules = [rule(number, rng) for number in range(n_rules)]
    (folder / "sg").mkdir(parents=True, exist_ok=True)
    (folder / "rules.yaml").write_text("rules:\n" + "".join(text for text, _, _ in rules))
    (folder / "words.txt").write_text("".join(
        word + "\n" for word in sorted({word for _, _, words in rules for word in words})))
    (folder / "sg" / "rules.yml").write_text("---\n".join(simple for _, simple, _ in rules))
    (folder / "sgconfig.yml").write_text("ruleDirs: [sg]\n")


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 4 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    generate(Path(sys.argv[1]), *map(int, sys.argv[2:]))
