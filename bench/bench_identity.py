# SPDX-License-Identifier: Apache-2.0
"""Whether findings keep their numbers while real code moves: two releases of a package, one ledger.

The truth is git's map of lines between the two (`git diff --no-index -M50%`), which the matchers do not see. Beside
Pave's ledger: rule, file and line; and rule, file, text of the line and its number among lines alike, which is what
fingerprints in SARIF come to.
"""
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PAVE = os.environ["PAVE"]
PAIRS = [("django", "4.0", "4.2"), ("django", "3.2", "4.2"), ("sqlalchemy", "1.4.0", "2.0.0"), ("scrapy", "2.0.0", "2.11.0"),
         ("ansible-core", "2.13.0", "2.15.0")]
RULES = {"raise": "raise $X", "open": "open(...)", "isinstance": "isinstance($X, $Y)", "getattr": "getattr(...)",
         "os": "os.$F(...)", "re": "re.$F(...)", "super": "super().$F(...)", "hash": "hashlib.$F(...)",
         "warn": "warnings.warn(...)", "append": "$X.append(...)"}
SECONDS_MAX = 300


def run(*words, **options):
    return subprocess.run(list(map(str, words)), check=False, capture_output=True, text=True, timeout=SECONDS_MAX,
                          errors="replace", **options).stdout


def unpack(package, version, folder):
    """The Python files of a release, as its wheel has them."""
    wheels = folder / f"{package}-{version}-wheel"
    run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "--python-version", "3.9",
        "--platform", "any", "--platform", "manylinux2014_x86_64", f"{package}=={version}", "-d", wheels)
    (wheel,) = wheels.glob("*.whl")
    tree = folder / f"{package}-{version}"
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(".py"):
                archive.extract(name, tree)
    return tree


def line_map(old, new):
    """By (path, line) of the old tree: (path, line) in the new one, 'edited', or nothing."""
    text = run("git", "diff", "--no-index", "-M50%", "-U0", "--no-color", "--no-prefix", old, new)
    gone, ranges, names = set(), collections.defaultdict(list), {}
    path = other = None
    for line in text.splitlines():
        if line.startswith("diff --git "):
            path = other = None
        elif line.startswith("rename from "):
            path = str(Path("/" + line[12:].lstrip("/")).relative_to(old))
        elif line.startswith("rename to "):
            other = str(Path("/" + line[10:].lstrip("/")).relative_to(new))
            names[path] = other
        elif line.startswith("--- ") and line != "--- /dev/null":
            path = str(Path("/" + line[4:].lstrip("/")).relative_to(old))
        elif line.startswith("+++ "):
            other = None if line == "+++ /dev/null" else str(Path("/" + line[4:].lstrip("/")).relative_to(new))
            if other is None:
                gone.add(path)
            elif path:
                names[path] = other
        elif line.startswith("@@ ") and path:
            a, n, b, m = (int(x) if x else 1 for x in
                          re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line).groups())
            ranges[path].append((a, n, b, m))

    def find(place):
        name, number = place
        shift = 0
        if name in gone:
            return None
        for a, n, b, m in ranges.get(name, ()):
            if n and a <= number < a + n:
                return ("edited", names.get(name, name), b, m) if m else None
            if a + (n or 1) <= number or (n == 0 and a < number):
                # Where a side has no lines, its number is that of the line before.
                shift = (b + m if m else b + 1) - (a + n if n else a + 1)
        return (names.get(name, name), number + shift)
    return find


def observe(ledger, tree, base):
    """Scans the tree as if it stood at `base`; gives the ledger's number by (rule, path, line)."""
    if base.exists():
        shutil.rmtree(base)
    shutil.copytree(tree, base)
    (base / ".git").mkdir()
    run(PAVE, "scan", "-q", "--rules", base.parent / "rules.yaml", "--ledger", ledger, "--asset", "x", ".", cwd=base)
    out = run(PAVE, "findings", "list", "--state", "open", "--format", "json", "--ledger", ledger, cwd=base)
    seen = {}
    for line in out.splitlines():
        entry = json.loads(line)
        seen[entry["rule"].split(".")[-1], entry["path"], entry["line"]] = entry["id"]
    return seen


def by_line(places, tree):
    return {place: place for place in places}


def by_text(places, tree):
    """Rule, file, text, and its number among those alike."""
    counts, out, lines = collections.Counter(), {}, {}
    for rule, path, line in sorted(places):
        if path not in lines:
            lines[path] = (tree / path).read_text(errors="replace").split("\n")
        key = (rule, path, "".join(lines[path][line - 1].split()))
        counts[key] += 1
        out[rule, path, line] = (*key, counts[key])
    return out


def judge(find, old, new):
    """Of the findings whose line lives on as it was, or edited: how many keep their name, how many take another's.

    Only those count that are findings still: an edit that ends one has nothing to be known again.
    """
    back = {name: place for place, name in new.items()}
    counts = collections.Counter()
    for place, name in old.items():
        rule, path, line = place
        there = find((path, line))
        now = back.get(name)
        if there is None:
            counts["gone"] += 1
            counts["gone wrong"] += now is not None
        elif there[0] == "edited":
            _, other, start, n = there
            if not any((rule, other, start + i) in new for i in range(n)):
                continue
            counts["edited"] += 1
            counts["edited kept"] += now is not None and now[1] == other and start <= now[2] < start + n
        else:
            kind = "renamed" if there[0] != path else "moved" if there[1] != line else "same"
            if (rule, *there) not in new:
                continue
            counts["unchanged"] += 1
            counts[kind] += 1
            kept = now == (rule, *there)
            counts["kept"] += kept
            counts[kind + " kept"] += kept
            counts["wrong"] += now is not None and not kept
    return counts


def percent(n, of):
    return f"{100 * n / of:.2f} %" if of else "–"


def main():
    total = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory(prefix="pave-bench-") as scratch:
        folder = Path(scratch).resolve()
        rules = [{"id": name, "languages": ["python"], "severity": "INFO", "message": name, "pattern": pattern}
                 for name, pattern in RULES.items()]
        (folder / "rules.yaml").write_text(json.dumps({"rules": rules}))
        for package, first, second in PAIRS:
            old_tree, new_tree = unpack(package, first, folder), unpack(package, second, folder)
            find = line_map(old_tree, new_tree)
            ledger = folder / f"{package}-{first}.db"
            old = observe(ledger, old_tree, folder / "base")
            new = observe(ledger, new_tree, folder / "base")
            print(f"{package} {first} to {second}: {len(old)} findings", file=sys.stderr)
            for method, a, b in (("rule, file and line", by_line(old, old_tree), by_line(new, new_tree)),
                                 ("rule, file, text and its number", by_text(old, old_tree), by_text(new, new_tree)),
                                 ("**pave's ledger**", old, new)):
                total[method].update(judge(find, a, b))
    print("| method | unchanged lines: kept | wrong | moved kept | renamed kept | edited kept | gone, yet matched |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for method, c in total.items():
        print(f"| {method} | {percent(c['kept'], c['unchanged'])} | {percent(c['wrong'], c['unchanged'])} | "
              f"{percent(c['moved kept'], c['moved'])} | {percent(c['renamed kept'], c['renamed'])} | "
              f"{percent(c['edited kept'], c['edited'])} | {percent(c['gone wrong'], c['gone'])} |")
    c = total["**pave's ledger**"]
    print(f"\n{c['unchanged']} unchanged ({c['moved']} moved, {c['renamed']} in renamed files), {c['edited']} edited, {c['gone']} gone.")


if __name__ == "__main__":
    main()
