#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long a scan takes, beside an empty program, ripgrep, and parsing alone.

    make bench            with a tree that is made for it, the same each time
    BENCH_TREE=path BENCH_RUNS=9 make bench TARGET=scan
"""
from measure import BUILD, PAVE, RUNS, SOURCE, THREADS, count, machine, measure, print_table, tree

MEGABYTES = 60


def scan(folder, threads, *more):
    return [PAVE, "scan", "--threads", threads, "--quiet", *more, folder]


def bench_start():
    small = SOURCE / "rules/python/weak-hash/bad.py"
    large = SOURCE / "bench/generate.py"
    quiet = SOURCE / "src/text/utf8.c"
    print("One file, start to finish:\n")
    print_table(measure([
        ("an empty program", ["/bin/true"]),
        ("`pave version`", [PAVE, "version"]),
        ("`pave scan` of %d lines that hold nothing" % quiet.read_text().count("\n"), scan(quiet, 1)),
        ("`pave scan` of %d lines" % small.read_text().count("\n"), scan(small, 1)),
        ("`pave scan` of %d lines" % large.read_text().count("\n"), scan(large, 1)),
    ], RUNS * 3), "an empty program")


def bench_tree():
    folder = tree(MEGABYTES)
    files, size = count(folder)
    parse = BUILD / "bench_parse"
    literals = SOURCE / "bench/literals.txt"
    print("A tree of %d files, %.1f MB of Python and Java:\n" % (files, size / 1e6))
    for threads in sorted({1, THREADS}):
        grep = ["rg", "-c", "-F", "-f", literals, "-j", threads, "-tpy", "-tjava", folder]
        print("With %d thread%s:\n" % (threads, "s" if threads > 1 else ""))
        print_table(measure([
            ("`rg`, the same words", grep),
            ("reading alone", [parse, "read", threads, folder]),
            ("`pave scan`", scan(folder, threads)),
            ("tree-sitter alone", [parse, "grammar", threads, folder]),
            ("parsing to Pave's tree", [parse, "tree", threads, folder]),
            ("`pave scan --full`", scan(folder, threads, "--full")),
        ], RUNS), "`rg`, the same words")


if __name__ == "__main__":
    print("%s; %d runs of each, in turn.\n" % (machine(), RUNS))
    bench_start()
    bench_tree()
