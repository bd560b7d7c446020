# SPDX-License-Identifier: Apache-2.0
"""pave_program: runs the program that is tested, in a scratch folder, as people would."""
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PAVE = os.environ.get("PAVE", "")
SOURCE = Path(os.environ.get("PAVE_SOURCE_DIR", "."))
SECONDS_MAX = 120
# Shared by the tests of one file: the first scan fills it, the others run from it.
CACHE = tempfile.TemporaryDirectory(prefix="pave-cache-")

RULE = """\
rules:
  - id: no-eval
    languages: [python]
    severity: ERROR
    message: eval runs whatever is in $X
    pattern: eval($X)
"""
BAD = "def read(text):\n    return eval(text)\n"
GOOD = "def read(text):\n    return text\n"


def clean_environment(**more):
    """What decides about colour and language comes from the test alone."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("LC_", "GIT_")) and name not in ("NO_COLOR", "CLICOLOR_FORCE", "LANG", "TERM")}
    return {**kept, "LC_ALL": "C.UTF-8", "TERM": "xterm", "XDG_CACHE_HOME": CACHE.name, **more}


@unittest.skipUnless(PAVE, "PAVE does not say where the program is")
class Case(unittest.TestCase):
    """A test with a folder of its own, which holds the rule file rule.yaml."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory(prefix="pave-test-")
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name).resolve()
        self.write("rule.yaml", RULE)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def pave(self, *words, stdin=b"", env=None, **options):
        """Runs it to its end; gives status, standard output and error stream as text."""
        options.setdefault("cwd", self.folder)
        done = subprocess.run([PAVE, *map(str, words)], input=stdin, env=env or clean_environment(),
                              capture_output=True, timeout=SECONDS_MAX, check=False, **options)
        # Whatever the input: an answer, never a crash.
        self.assertGreaterEqual(done.returncode, 0, done.stderr.decode(errors="replace"))
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def kept_from_reading(self):
        """Options of pave() under which what has no permissions can't be read."""
        if os.geteuid() != 0:
            return {}
        # Root may read anything: another user runs the program.
        options = {"user": 65534, "group": 65534, "extra_groups": []}
        self.folder.chmod(0o777)
        try:
            subprocess.run([PAVE, "version"], capture_output=True, check=True, cwd=self.folder, **options)
        except (OSError, subprocess.SubprocessError):
            self.skipTest("another user cannot reach the program")
        return options

    def scan(self, *words, **options):
        return self.pave("scan", "--rules", "rule.yaml", *words, **options)

    def check_golden(self, name, text):
        """Output that people see is a file under tests/golden, which `make golden` rewrites."""
        path = SOURCE / "tests" / "golden" / name
        if os.environ.get("PAVE_GOLDEN") == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        self.assertEqual(path.read_text(), text, f"{name}: `make golden` rewrites it")
