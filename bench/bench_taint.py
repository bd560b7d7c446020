#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What following values costs: a scan with the shipped rules, and one without those that follow values.

    make bench TARGET=taint
    BENCH_TREE=path BENCH_RUNS=9 make bench TARGET=taint
"""
from measure import PAVE, RUNS, SOURCE, THREADS, count, machine, measure, print_table, tree

MEGABYTES = 60


def rules_that_follow():
    folders = sorted((SOURCE / "rules").glob("*/*/rule.yaml"))
    return ["%s/%s" % path.parent.parts[-2:] for path in folders if "mode: taint" in path.read_text(encoding="utf-8")]


def scan(folder, *more):
    return [PAVE, "scan", "--threads", THREADS, "--quiet", *more, folder]


if __name__ == "__main__":
    folder = tree(MEGABYTES)
    left_out = [word for name in rules_that_follow() for word in ("--exclude-rule", name)]
    print("%s; %d runs of each, in turn.\n" % (machine(), RUNS))
    print("A tree of %d files, %.1f MB of Python and Java; %d rules follow values:\n"
          % (*(lambda files, size: (files, size / 1e6))(*count(folder)), len(left_out) // 2))
    print_table(measure([
        ("without the rules that follow values", scan(folder, *left_out)),
        ("with them", scan(folder)),
    ], RUNS), "without the rules that follow values")
