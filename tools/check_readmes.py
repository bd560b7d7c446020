#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds each room's README.md against its files: every header is named, and every file that is named is there.

    tools/check_readmes.py [ROOT]

`keyset*.c` and `cmd_NAME.c` stand for all files of that form. Headers for the family only are not asked for.
Prints one line per fault, as path: what, and exits 1 if there is any.
"""
import fnmatch
import re
import sys
from pathlib import Path

NAMED = re.compile(r"`([a-z0-9_*/]*(?:NAME)?[a-z0-9_*/]*\.(?:c|h|def|py|sh|yaml))`")
FAMILY = ("_internal.h", "_limits.h")


def faults_of(folder, root):
    text = (folder / "README.md").read_text()
    forms = [name.replace("NAME", "*") for name in NAMED.findall(text)]
    for header in sorted(folder.glob("*.h")):
        stem = header.stem
        if not header.name.endswith(FAMILY) and not any(
                fnmatch.fnmatch(stem, Path(form).stem) for form in forms):
            yield f"{header.name} is not named"
    for form in forms:
        if not any(folder.rglob(form)) and not (root / form).exists():
            yield f"{form} is named, and there is none"


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    faults = [f"{readme.relative_to(root)}: {what}" for readme in sorted((root / "src").rglob("README.md"))
              for what in faults_of(readme.parent, root)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
