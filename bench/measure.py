#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the scripts of bench/ share: running contenders in turn, and the tables of docs/benchmarks.md.

All run in turn within each round, so that a busy moment of the machine hits all alike. A first round
is not counted: the cache is warm.
"""
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

import generate

SOURCE = Path(os.environ["PAVE_SOURCE_DIR"])
BUILD = Path(os.environ["PAVE_BUILD_DIR"])
PAVE = os.environ["PAVE"]
RUNS = int(os.environ.get("BENCH_RUNS", "5"))
THREADS = len(os.sched_getaffinity(0))


def run(command, codes=(0, 1, 3)):
    """Gives wall seconds, processor seconds and peak bytes of one run; 1: findings, or for ripgrep nothing found; 3: of
    some file not all could be said."""
    words = [str(word) for word in command]
    told = subprocess.run([BUILD / "bench_run", *words], stdout=subprocess.PIPE, check=True)
    wall, processor, peak, code = map(int, told.stdout.split())
    if code not in codes:
        sys.exit("bench: exit code %d: %s" % (code, " ".join(words)))
    return wall / 1e9, processor / 1e9, peak


def measure(contenders, runs, slow=(), output=None):
    """Runs all in turn, `runs` times after one round to warm up; those named in `slow` only once. `output` is what each
    writes: it is removed before, so that nobody pays for what another has left in the page cache."""
    seen = {name: [] for name, _ in contenders}
    for turn in range(runs + 1):
        for name, command in contenders:
            if name in slow and turn != 1:
                continue
            if output:
                output.unlink(missing_ok=True)
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


def tree(megabytes):
    """A folder of source files: BENCH_TREE, or one that is made once."""
    if os.environ.get("BENCH_TREE"):
        return Path(os.environ["BENCH_TREE"])
    folder = BUILD / ("bench-tree-%d" % megabytes)
    if not folder.exists():
        generate.generate(folder, megabytes)
    return folder


def count(folder):
    files = [path for suffix in ("py", "java") for path in folder.rglob("*." + suffix)]
    return len(files), sum(path.stat().st_size for path in files)
