#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs ctest in a build folder and says what came of it, case by case.

    tools/run_tests.py BUILD [ctest options]

ctest knows programs; people want to know cases. This gathers the cases that cmocka and
unittest print, shows the output of what failed, and closes with one line of counts.
"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SKIPPED_BY_PROGRAM = 77
UNITTEST_RAN = re.compile(r"^Ran (\d+) tests? in ", re.M)
UNITTEST_END = re.compile(r"^(?:OK|FAILED)(?: \(([^)]*)\))?$", re.M)
CMOCKA_RUN = re.compile(r"^\[ RUN      \] (.*)$")
CMOCKA_END = re.compile(r"^\[\s*(OK|FAILED|ERROR|SKIPPED)\s*\] (.*)$")
REASON = re.compile(r"^\s*skipped: (.+?)\s*$|\.\.\. skipped ['\"](.+?)['\"]\s*$", re.M)
CMOCKA_SKIPPED = re.compile(r"^\[  SKIPPED \] (\w+)$", re.M)


class Count:
    """How many cases passed, failed and were skipped."""

    def __init__(self, passed=0, failed=0, skipped=0):
        self.passed, self.failed, self.skipped = passed, failed, skipped

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped

    def line(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def count_cmocka(output):
    """None when the output is not cmocka's. A case that began and never ended has failed."""
    count, running = Count(), None
    seen = False
    for line in output.splitlines():
        if began := CMOCKA_RUN.match(line):
            seen = True
            if running is not None:
                count.failed += 1
            running = began[1]
        elif running is not None and (ended := CMOCKA_END.match(line)) and ended[2] == running:
            count.passed += ended[1] == "OK"
            count.failed += ended[1] in ("FAILED", "ERROR")
            count.skipped += ended[1] == "SKIPPED"
            running = None
    if running is not None:
        count.failed += 1
    return count if seen else None


def count_unittest(output):
    """None when the output is not unittest's."""
    ran, end = UNITTEST_RAN.search(output), UNITTEST_END.search(output)
    if not ran or not end:
        return None
    parts = dict(re.findall(r"([a-z ]+)=(\d+)", end[1] or ""))
    number = {name.strip(): int(value) for name, value in parts.items()}
    failed = number.get("failures", 0) + number.get("errors", 0) + number.get("unexpected successes", 0)
    skipped = number.get("skipped", 0)
    return Count(max(int(ran[1]) - failed - skipped, 0), failed, skipped)


def count_program(output, status):
    """The cases of one program. ctest's word on failure is final, whatever the cases say."""
    if status == "notrun" or status == "disabled":
        return Count(skipped=1)
    count = count_cmocka(output) or count_unittest(output)
    if count is None:
        return Count(passed=1) if status == "run" else Count(failed=1)
    if status != "run" and count.failed == 0:
        count.failed = 1
    return count


def reasons(output):
    """Why cases were skipped, or at least which."""
    said = [match[1] or match[2] for match in REASON.finditer(output)]
    # cmocka names a skipped case twice.
    named = dict.fromkeys(CMOCKA_SKIPPED.findall(output))
    return "; ".join(said or named or ["no reason given"])


def run_ctest(build, options, report):
    """Runs ctest, passing on one line per program."""
    command = ["ctest", "--test-dir", build, "--output-junit", report,
               "--test-output-size-passed", "4000000", "--test-output-size-failed", "4000000",
               "-j", str(os.cpu_count() or 2), *options]
    env = dict(os.environ, CTEST_OUTPUT_ON_FAILURE="0")
    ended = re.compile(r"^\s*(\d+/\d+) Test\s+#\d+: (\S+) \.*\s*(.*?)\s+([\d.]+) sec")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=subprocess.DEVNULL, env=env, text=True, errors="replace") as ctest:
        for line in ctest.stdout:
            if match := ended.match(line):
                place, name, word, seconds = match.groups()
                word = word.strip(" *").lower()
                print(f"{place:>8} {word:8} {name} ({seconds} s)", flush=True)


def main(arguments):
    build, options = arguments[0], arguments[1:]
    total, failures = Count(), []
    with tempfile.TemporaryDirectory() as folder:
        report = str(Path(folder) / "report.xml")
        run_ctest(build, options, report)
        try:
            cases = ElementTree.parse(report).getroot().findall("testcase")
        except (OSError, ElementTree.ParseError) as error:
            print(f"run_tests: ctest left no report: {error}", file=sys.stderr)
            cases = []
    for case in cases:
        output = case.findtext("system-out") or ""
        status = case.get("status")
        count = count_program(output, status)
        total.add(count)
        if count.failed:
            failures.append((case.get("name"), output))
        if count.skipped:
            print(f"{case.get('name')}: skipped: {reasons(output)}")
    for name, output in failures:
        print(f"\n--- {name} failed:\n{output.rstrip()}")
    if total.passed + total.failed == 0:
        print("run_tests: no test ran", file=sys.stderr)
    print(flush=True)
    print(total.line())
    return 0 if total.failed == 0 and total.passed > 0 else 1


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: run_tests.py BUILD [ctest options]")
    sys.exit(main(sys.argv[1:]))
