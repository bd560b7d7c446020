#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long a scan takes, beside an empty program, ripgrep, and parsing alone.

    make bench            with a tree that is made for it, the same each time
    BENCH_TREE=path BENCH_RUNS=9 make bench TARGET=scan

All contenders run in turn within each round, so that a busy moment of the machine hits all alike.
Prints the tables of docs/benchmarks.md. Warm cache: a first round is not counted.
"""
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import generate

SOURCE = Path(os.environ["PAVE_SOURCE_DIR"])
BUILD = Path(os.environ["PAVE_BUILD_DIR"])
PAVE = os.environ["PAVE"]
RUNS = int(os.environ.get("BENCH_RUNS", "5"))
THREADS = len(os.sched_getaffinity(0))
MEGABYTES = 60


def run(command):
    """Gives wall seconds, processor seconds and peak bytes of one run."""
    words = [str(word) for word in command]
    told = subprocess.run([BUILD / "bench_run", *words], stdout=subprocess.PIPE, check=True)
    wall, processor, peak, code = map(int, told.stdout.split())
    if code > 1:  # 1: findings, or for ripgrep nothing found
        sys.exit("bench: exit code %d: %s" % (code, " ".join(words)))
    return wall / 1e9, processor / 1e9, peak


def measure(contenders, runs):
    """Runs all in turn, `runs` times after one round to warm up."""
    seen = {name: [] for name, _ in contenders}
    for turn in range(runs + 1):
        for name, command in contenders:
            sample = run(command)
            if turn > 0:
                seen[name].append(sample)
    return seen


def print_table(seen, beside):
    base = statistics.median(sample[0] for sample in seen[beside])
    print("| | median ms | fastest to slowest | × %s | processor ms | peak MB |" % beside)
    print("|---|---:|---:|---:|---:|---:|")
    for name, samples in seen.items():
        wall = [sample[0] * 1000 for sample in samples]
        print("| %s | %.1f | %.1f to %.1f | %.2f | %.1f | %.1f |" % (
            name, statistics.median(wall), min(wall), max(wall),
            statistics.median(wall) / base / 1000,
            statistics.median(sample[1] for sample in samples) * 1000,
            max(sample[2] for sample in samples) / 1e6))
    print()


def machine():
    model = platform.machine()
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return "%s, %d processors, Linux %s" % (model, THREADS, platform.release().split("-")[0])


def tree():
    if os.environ.get("BENCH_TREE"):
        return Path(os.environ["BENCH_TREE"])
    folder = BUILD / "bench-tree"
    if not folder.exists():
        generate.generate(folder, MEGABYTES)
    return folder


def count(folder):
    files = [path for suffix in ("py", "java") for path in folder.rglob("*." + suffix)]
    return len(files), sum(path.stat().st_size for path in files)


def scan(folder, threads, *more):
    return [PAVE, "scan", "--threads", threads, "--quiet", *more, folder]


def bench_start():
    small = SOURCE / "rules/python/weak-hash/bad.py"
    large = SOURCE / "bench/generate.py"
    print("One file, start to finish:\n")
    print_table(measure([
        ("an empty program", ["/bin/true"]),
        ("`pave version`", [PAVE, "version"]),
        ("`pave scan` of %d lines" % small.read_text().count("\n"), scan(small, 1)),
        ("`pave scan` of %d lines" % large.read_text().count("\n"), scan(large, 1)),
    ], RUNS * 3), "an empty program")


def bench_tree():
    folder = tree()
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
