#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the shipped rules cover, told by the rules themselves.

    rule_pages.py PAVE             prints the tables that stand in docs/rules.md
    rule_pages.py PAVE FOLDER      writes a page for each rule into FOLDER, with an index
"""
import json
import re
import subprocess
import sys
from pathlib import Path

CODE = {"python": "Python", "javascript": "JS, TS", "java": "Java", "kotlin": "Kotlin", "scala": "Scala", "go": "Go", "c": "C, C++",
        "csharp": "C#", "php": "PHP", "ruby": "Ruby", "rust": "Rust"}
SETTINGS = {"nginx": "nginx", "apache": "Apache", "terraform": "Terraform", "kubernetes": "Kubernetes",
            "docker": "Dockerfile", "bash": "Shell", "actions": "GitHub Actions", "ansible": "Ansible", "secrets": "any text"}


def explain(pave, *words):
    return subprocess.run([pave, "explain", *words], capture_output=True, text=True, check=True, timeout=100).stdout


def stories(pave):
    return [json.loads(line) for line in explain(pave, "--format", "json").splitlines()]


def coverage(told):
    """For each class its title and the folders that have a rule for it."""
    classes = {}
    for story in told:
        title, folders = classes.setdefault(story["class"], (story["title"], set()))
        folders.add(story["rule"].split("/")[0])
    return dict(sorted(classes.items()))


def table(classes, columns):
    rows = [["class", *columns.values()], ["---"] * (len(columns) + 1)]
    for title, folders in classes.values():
        if folders & set(columns):
            rows.append([title, *("yes" if column in folders else "–" for column in columns)])
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def gaps(classes):
    """Said plainly: what no rule looks for, language by language."""
    known = {name: entry for name, entry in classes.items() if entry[1] & set(CODE)}
    lines = []
    for column, name in CODE.items():
        missing = [title for title, folders in known.values() if column not in folders]
        if missing:
            lines.append(f"- **{name}**: {', '.join(missing)}\n")
    return "".join(lines)


def silence(told):
    """The rules that do not speak unless they are asked to, with what was measured of them."""
    rows = [["silent rule", "measured precision", "95 % interval", "why"], ["---"] * 4]
    for story in told:
        if story["silent"]:
            measured = story["measured"]
            rows.append([story["rule"], measured["precision"] or "–", measured["interval"] or "–", story["silent"]])
    if len(rows) == 2:
        return ""
    return ("Silent, since they are wrong too often; `--all-rules`, or `--rule` with their name, has them speak:\n\n"
            + "".join("| " + " | ".join(row) + " |\n" for row in rows) + "\n")


def tables(told):
    classes = coverage(told)
    return (f"\n{len(told)} rules in {len(classes)} classes. A dash says that no rule looks for the class there.\n\n"
            f"{table(classes, CODE)}\nSettings and texts:\n\n{table(classes, SETTINGS)}\n{silence(told)}"
            f"Not covered, language by language:\n\n{gaps(classes)}\n")


def write_pages(pave, told, folder):
    """One call writes all pages, each under a heading with its rule's name."""
    parts = re.split(r"(?m)^# (?=[\w-]+/[\w./-]+$)", explain(pave, "--format", "markdown"))[1:]
    pages = {part.split("\n", 1)[0]: part for part in parts}
    index = ["# The shipped rules\n\n"]
    for story in told:
        page = folder / f"{story['rule']}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("# " + pages[story["rule"]], encoding="utf-8")
        index.append(f"- [{story['rule']}]({story['rule']}.md): {story['title']}{' (silent)' if story['silent'] else ''}\n")
    (folder / "README.md").write_text("".join(index), encoding="utf-8")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    told = stories(sys.argv[1])
    if len(sys.argv) == 2:
        print(tables(told), end="")
    else:
        write_pages(sys.argv[1], told, Path(sys.argv[2]))


if __name__ == "__main__":
    main()
