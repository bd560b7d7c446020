#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scans of what people wrote: trees of sources that lie on the machine, beside ripgrep for the same words.

    make bench TARGET=real
    BENCH_TREES=path:path make bench TARGET=real
"""
import os
import re
import subprocess
import sys
from pathlib import Path

from measure import PAVE, RUNS, SOURCE, THREADS, machine, measure, print_table

TREES = "/usr/local/go/src:/usr/lib/python3:/usr/lib/node_modules/npm:/usr/include"
TYPES = [f"-t{name}" for name in ("py", "java", "go", "js", "ts", "c", "cpp", "cs", "kotlin", "php", "ruby", "rust", "scala", "sh")]
WORDS = SOURCE / "bench/literals.txt"


def parsed(tree):
    """What a scan says of itself: how many KB it parsed, of how many."""
    done = subprocess.run([PAVE, "scan", "--quiet", "--time", tree], capture_output=True, text=True, check=False)
    return re.search(r"parsed (\d+) of (\d+) KB", done.stderr).groups()


def contenders(tree):
    scan = [PAVE, "scan", "--quiet", "--threads", THREADS]
    return [
        ("`rg`, the same words", ["rg", "-c", "-F", "-f", WORDS, "-j", THREADS, *TYPES, tree]),
        ("**`pave scan`**", [*scan, tree]),
        ("`pave scan --alone`", [*scan, "--alone", tree]),
    ]


def main():
    trees = [Path(name) for name in os.environ.get("BENCH_TREES", TREES).split(":")]
    print("%s; %d runs of each, in turn; %d threads.\n" % (machine(), RUNS, THREADS))
    for tree in trees:
        if not tree.is_dir():
            print("bench: %s is not there" % tree, file=sys.stderr)
            continue
        print("%s: parsed %s of %s KB\n" % (tree, *parsed(tree)))
        print_table(measure(contenders(tree), RUNS), "`rg`, the same words")


if __name__ == "__main__":
    main()
