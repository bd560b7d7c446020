#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the tree against src/ROOMS and the rules of style that a machine can check.

    tools/check_rooms.py [ROOT]

Prints one line per fault, as path:line: what, and exits 1 if there is any.
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

FILE_LINES_MAX = 600
README_LINES_MAX = 40

# Headers from outside that only some rooms may include. A room ending in / holds its sub-rooms.
FENCES = [
    (re.compile(r"openssl/|sodium(\.h|/)"), ["crypto", "late"]),
    (re.compile(r"tree_sitter/"), ["engine/lang"]),
    (re.compile(r"sqlite3\.h|libpq-fe\.h"), ["ledger/store", "late"]),
    (re.compile(r"yaml\.h|pcre2\.h"), ["text"]),
    (re.compile(r"""(sys/(socket|stat|wait|types|mman|ioctl|time|un|resource|select|epoll|file|
                     statvfs|sendfile|uio|prctl|random)\.h
                     |pthread\.h|threads\.h|unistd\.h|spawn\.h|signal\.h|fcntl\.h|dirent\.h
                     |poll\.h|termios\.h|netdb\.h|netinet/|arpa/|time\.h|sched\.h|pwd\.h|grp\.h
                     |ftw\.h|glob\.h|dlfcn\.h|linux/)""", re.X),
     # libpave is a product of its own and may lean on base alone, so its files and locks are its own.
     ["sys", "crypto"]),
]
# Every file is compiled with base/banned.h, but a name in a macro nobody expands would get by.
BANNED = re.compile(r"\b(strcpy|strcat|strncpy|strncat|sprintf|vsprintf|strtok|strtok_r|atoi|atol|"
                    r"atoll|gets|scanf|sscanf|fscanf|alloca|system|rand|srand|tmpnam|mktemp|"
                    r"localtime|gmtime|ctime|asctime|popen|setjmp|longjmp)\s*\(")
ALLOCATORS = re.compile(r"\b(malloc|calloc|realloc|reallocarray|free|strdup|strndup|asprintf)\s*\(")
SPEAKERS = re.compile(r"\b(v?f?printf|puts|fputs|putchar|perror|_?exit|abort|fopen|getenv|setenv)\s*\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
TODO = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\): )")
# A definition at file level: a line that starts in column 0 and is not a keyword for something else.
FUNCTION = re.compile(r"^(?!static\b|typedef\b|return\b|else\b|extern\b)"
                      r"(?:[A-Za-z_][\w]*(?:\([^()]*\))?[\s*]+)+([A-Za-z_]\w*)\s*\([^;{]*(\{?)\s*$")
VARIABLE = re.compile(r"^(?!static\b|typedef\b|extern\b|(?:struct|union) \w+;|struct \w+ \{|enum|union|return|_Static_assert)"
                      r"(?:[A-Za-z_]\w*[\s*]+)+([A-Za-z_]\w*)(?:\[[^\]]*\])*\s*(=|;)")


class Rooms:
    """src/ROOMS: the rooms and their floors."""

    def __init__(self, path):
        self.floors = {}
        self.faults = []
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            fields = line.split(None, 2)
            if len(fields) < 3 or not fields[0].isdigit():
                self.faults.append((number, "expected a floor, a room and a sentence"))
            elif fields[1] in self.floors:
                self.faults.append((number, f"the room {fields[1]} is listed twice"))
            else:
                self.floors[fields[1]] = int(fields[0])

    def room_of(self, inside):
        """The room that holds a path written from src/, or None; the longest name wins."""
        parts = inside.split("/")
        for size in range(len(parts) - 1, 0, -1):
            name = "/".join(parts[:size])
            if name in self.floors:
                return name
        return None


def blank_out(text):
    """The text with comments, and with strings, blanked: same length, same lines."""
    pattern = re.compile(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)
    comments, code = [], []
    last = 0
    for match in pattern.finditer(text):
        blank = re.sub(r"[^\n]", " ", match[0])
        code += [text[last:match.start()], blank]
        if match[0].startswith(("/*", "//")):
            comments.append((text.count("\n", 0, match.start()) + 1, match[0]))
        last = match.end()
    return "".join(code) + text[last:], comments


class Checker:
    def __init__(self, root):
        self.root = root
        self.src = root / "src"
        self.rooms = Rooms(self.src / "ROOMS")
        self.faults = [(f"src/ROOMS:{line}", what) for line, what in self.rooms.faults]

    def fault(self, path, line, what):
        self.faults.append((f"{path.relative_to(self.root)}:{line}", what))

    def run(self):
        files = sorted(path for path in self.src.rglob("*") if path.suffix in (".c", ".h", ".def"))
        names = defaultdict(list)
        for path in files:
            names[path.name].append(path)
            self.check_file(path)
        for same in names.values():
            # Each room has its own table of limits, and each program its own main.
            if len(same) > 1 and same[0].name not in ("limits.def", "main.c"):
                for path in same[1:]:
                    self.fault(path, 1, f"the name is taken by {same[0].relative_to(self.root)}")
        self.check_readmes(files)
        for folder in ("tests", "bench", "include"):
            for path in sorted((self.root / folder).rglob("*.[ch]")):
                text = path.read_text(errors="replace")
                self.check_text(path, text, *blank_out(text))
        return self.faults

    def check_readmes(self, files):
        for room in self.rooms.floors:
            folder = self.src / room
            if not any(folder in path.parents for path in files):
                continue
            readme = folder / "README.md"
            if not readme.exists():
                self.fault(folder, 1, "a room needs a README.md")
            elif len(readme.read_text().splitlines()) > README_LINES_MAX:
                self.fault(readme, 1, f"a room's README.md has at most {README_LINES_MAX} lines")

    def check_file(self, path):
        inside = path.relative_to(self.src).as_posix()
        room = self.rooms.room_of(inside)
        text = path.read_text(errors="replace")
        code, comments = blank_out(text)
        self.check_text(path, text, code, comments)
        if room is None:
            self.fault(path, 1, "in no room of src/ROOMS")
            return
        self.check_includes(path, room, text)
        self.check_words(path, room, code)
        if path.suffix == ".h":
            self.check_guard(path, inside, text)
            self.check_noun(path, text)
        if path.suffix == ".c":
            self.check_symbols(path, code)
            self.check_order(path, inside, text)

    def check_text(self, path, text, code, comments):
        """What holds for all C in the tree, tests too."""
        lines = text.splitlines()
        if len(lines) > FILE_LINES_MAX:
            self.fault(path, FILE_LINES_MAX, f"more than {FILE_LINES_MAX} lines: split it by verb")
        if not lines or lines[0] != "/* SPDX-License-Identifier: Apache-2.0 */":
            self.fault(path, 1, "the first line is not the SPDX line")
        for line, comment in comments:
            if comment.startswith("//"):
                self.fault(path, line, "a // comment")
            if TODO.search(comment):
                self.fault(path, line, "a note to do something, without its issue: TODO(#123): …")

    def check_includes(self, path, room, text):
        for number, line in enumerate(text.splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            kind, name = match.groups()
            if kind == "<":
                for fence, holders in FENCES:
                    if fence.match(name) and room not in holders:
                        self.fault(path, number, f"<{name}> is for {', '.join(holders)} only")
            else:
                self.check_arrow(path, number, room, name)

    def check_arrow(self, path, number, room, name):
        if not (self.src / name).exists() and not (self.root / "include" / name).exists():
            # Made in the build folder: still written from src/, so its room is known.
            if self.rooms.room_of(name) is None:
                self.fault(path, number, f'"{name}" is not written from src/')
                return
        other = self.rooms.room_of(name)
        if other is None or other == room:
            return
        here, there = self.rooms.floors[room], self.rooms.floors[other]
        if there >= here:
            way = "sideways" if there == here else "up"
            self.fault(path, number, f"{room} (floor {here}) points {way} at {other} (floor {there})")

    def check_words(self, path, room, code):
        if path.name == "banned.h":
            return
        for number, line in enumerate(code.splitlines(), 1):
            if match := BANNED.search(line):
                self.fault(path, number, f"{match[1]} is banned")
            if (match := ALLOCATORS.search(line)) and room != "base":
                self.fault(path, number, f"{match[1]} is called in base only")
            if (match := SPEAKERS.search(line)) and not room.startswith(("base", "sys", "app/")):
                self.fault(path, number, f"{match[1]} is for sys and programs only")

    def check_guard(self, path, inside, text):
        guard = "PV_" + re.sub(r"[^A-Z0-9]", "_", inside.upper())
        match = re.search(r"^#ifndef (\w+)\n#define (\w+)$", text, re.M)
        if not match or match[1] != guard or match[2] != guard:
            self.fault(path, 1, f"the guard is not {guard}")

    def check_noun(self, path, text):
        """A header starts by saying what its noun is."""
        lines = text.splitlines()[1:3]
        if len(lines) < 2 or lines[0] != "/*" or not lines[1].startswith(f" * {path.stem}: "):
            self.fault(path, 2, f"the header does not start with `{path.stem}: one sentence`")

    def check_order(self, path, inside, text):
        """Own header first, then Pave's, then the system's."""
        own = inside[:-2] + ".h"
        found = [(number, *match.groups()) for number, line in enumerate(text.splitlines(), 1)
                 if (match := INCLUDE.match(line)) and not match[2].endswith(".def")]
        if found and (self.src / own).exists() and found[0][2] != own:
            self.fault(path, found[0][0], f'"{own}" is not included first')
        system = False
        for number, kind, name in found:
            if kind == "<":
                system = True
            elif system:
                self.fault(path, number, f'"{name}" comes after a header of the system')

    def check_symbols(self, path, code):
        depth = 0
        for number, line in enumerate(code.splitlines(), 1):
            if depth == 0 and not line.startswith(("#", " ", "\t", "}", "{")):
                match = FUNCTION.match(line) or VARIABLE.match(line)
                if match and not match[1].startswith(("pv_", "pave_")) and match[1] != "main":
                    self.fault(path, number, f"{match[1]} is neither static nor named pv_ or pave_")
            depth += line.count("{") - line.count("}")


def main(arguments):
    root = Path(arguments[0] if arguments else Path(__file__).resolve().parent.parent).resolve()
    faults = Checker(root).run()
    for place, what in faults:
        print(f"{place}: {what}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
