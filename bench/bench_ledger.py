# SPDX-License-Identifier: Apache-2.0
"""The ledger's speed: a file of 13,000 results taken in, and again; a million findings, and the first 50 of them."""
import json
import os
import resource
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

PAVE = os.environ["PAVE"]
RESULTS = 13000
FILES = 77  # of a thousand results and thirteen: a million findings
ROUNDS = 5


def sarif(path, n, tool):
    """As other tools write it: rules with CWE tags, results with places and fingerprints."""
    rules = [{"id": f"r{i}", "properties": {"tags": [f"external/cwe/cwe-{300 + i:03}"]}} for i in range(50)]
    results = [{"ruleId": f"r{i % 50}", "level": "warning",
                "message": {"text": f"value {i} comes from outside and is used here without a check of what it holds"},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": f"src/m{i % 70}/f{i % 2000}.py"},
                                                    "region": {"startLine": i % 900 + 1, "startColumn": 3}}}],
                "partialFingerprints": {"primaryLocationLineHash": f"{i * 7919:016x}:1"}} for i in range(n)]
    path.write_text(json.dumps({"version": "2.1.0", "runs": [
        {"tool": {"driver": {"name": tool, "rules": rules}}, "results": results}]}))


def run(folder, *words):
    start = time.perf_counter()
    subprocess.run([PAVE, "findings", *map(str, words)], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def row(what, times):
    print(f"| {what} | {statistics.median(times):.1f} | {min(times):.1f} to {max(times):.1f} |")


def main():
    with tempfile.TemporaryDirectory(prefix="pave-bench-") as scratch:
        folder = Path(scratch)
        sarif(folder / "a.sarif", RESULTS, "other")
        first, again = [], []
        for i in range(ROUNDS):
            first.append(run(folder, "import", "a.sarif", "--ledger", f"{i}.db"))
            again.append(run(folder, "import", "a.sarif", "--ledger", f"{i}.db"))
        start = time.perf_counter()
        for i in range(FILES):
            run(folder, "import", "a.sarif", "--ledger", "big.db", "--asset", f"app{i}")
        filling = time.perf_counter() - start
        top = [run(folder, "list", "--limit", 50, "--ledger", "big.db") for _ in range(ROUNDS)]
        nothing = [run(folder, "list", "--limit", 50, "--ledger", "none.db") for _ in range(ROUNDS)]
        check = [run(folder, "list", "--limit", 50, "--rule", "r7", "--ledger", "big.db") for _ in range(ROUNDS)]
        size = sum(path.stat().st_size for path in folder.glob("big.db*")) / 1e6
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    print("| | median ms | fastest to slowest |\n|---|---:|---:|")
    row(f"{RESULTS:,} SARIF results taken in", first)
    row("the same file again", again)
    row(f"the first 50 of {RESULTS * FILES:,} open findings, the whole process", top)
    row("the same of an empty ledger: what starting costs", nothing)
    row("the first 50 of one rule among them", check)
    print(f"\n{RESULTS * FILES:,} findings: {size:.0f} MB on disk, filled in {filling:.0f} s; "
          f"the largest process had {peak:.0f} MB.")


if __name__ == "__main__":
    main()
