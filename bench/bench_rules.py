#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What 20, 200 and 2,000 rules cost, beside ripgrep for their words, parsing alone, ast-grep and Semgrep.

    make bench TARGET=rules

The rules are made by generate_rules.py. ast-grep and Semgrep are fetched into the build folder with
npm and pip; where that fails, the table goes without them.
"""
import subprocess
import sys

import generate_rules
from measure import BUILD, PAVE, RUNS, THREADS, count, machine, measure, print_table, tree

MEGABYTES = 10
AST_GREP = "@ast-grep/cli@0.51.1"
SEMGREP = "semgrep==1.182.0"


def fetch(program, *commands):
    """Gives the program's path, or nothing where it can't be had."""
    try:
        for command in [] if program.exists() else commands:
            subprocess.run(list(map(str, command)), check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print("bench: %s is left out: %s" % (program.name, error), file=sys.stderr)
    return program if program.exists() else None


def ast_grep():
    home = BUILD / "bench-tools" / "node"
    home.mkdir(parents=True, exist_ok=True)
    return fetch(home / "node_modules/@ast-grep/cli-linux-x64-gnu/ast-grep",
                 ["npm", "install", "--no-audit", "--no-fund", "--prefix", home, AST_GREP])


def semgrep():
    home = BUILD / "bench-tools" / "semgrep"
    return fetch(home / "bin/semgrep", [sys.executable, "-m", "venv", home],
                 [home / "bin/pip", "install", "--quiet", SEMGREP])


def contenders(folder, rules):
    scan = [PAVE, "scan", "--quiet", "--threads", THREADS, "--rules", rules / "rules.yaml"]
    yield "`rg`, the same words", ["rg", "-c", "-F", "-f", rules / "words.txt", "-j", THREADS, folder]
    yield "`pave scan`", [*scan, folder]
    yield "`pave scan --no-cache`", [*scan, "--no-cache", folder]
    yield "`pave scan` of one empty file", [*scan, rules / "empty.py"]
    yield "`pave scan --no-cache` of one", [*scan, "--no-cache", rules / "empty.py"]
    yield "tree-sitter alone, no rules", [BUILD / "bench_parse", "grammar", THREADS, folder]
    yield "`pave scan --full`", [*scan, "--full", folder]
    if ast_grep():
        yield "`ast-grep scan`", [ast_grep(), "scan", "-j", THREADS, "-c", rules / "sgconfig.yml", folder]
    if semgrep():
        yield "`semgrep scan`", [semgrep(), "scan", "--metrics=off", "--disable-version-check", "--quiet", "-j",
                                 THREADS, "--config", rules / "rules.yaml", folder]


def bench_rules(folder, number):
    rules = BUILD / ("bench-rules-%d" % number)
    generate_rules.generate(rules, number)
    (rules / "empty.py").write_text("")
    print("With %d rules:\n" % number)
    print_table(measure(list(contenders(folder, rules)), RUNS, ["`semgrep scan`"]), "`rg`, the same words")


if __name__ == "__main__":
    tree_folder = tree(MEGABYTES)
    files, size = count(tree_folder)
    print("%s; %d runs of each, in turn; %d threads.\n" % (machine(), RUNS, THREADS))
    print("A tree of %d files, %.1f MB of Python and Java:\n" % (files, size / 1e6))
    for n_rules in (20, 200, 2000):
        bench_rules(tree_folder, n_rules)
