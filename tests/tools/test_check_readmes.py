#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tools/check_readmes.py finds what a README leaves out and what it makes up."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).resolve().parents[2] / "tools" / "check_readmes.py"


class CheckReadmes(unittest.TestCase):
    def check(self, readme, files):
        with tempfile.TemporaryDirectory(prefix="pave-test-") as root:
            room = Path(root) / "src" / "room"
            room.mkdir(parents=True)
            (room / "README.md").write_text(readme)
            for name in files:
                (room / name).write_text("")
            done = subprocess.run([sys.executable, CHECKER, root], capture_output=True, text=True, check=False)
            self.assertEqual(done.returncode, 1 if done.stdout else 0, done.stderr)
            return done.stdout.splitlines()

    def test_what_is_named_and_there_is_good(self):
        self.assertEqual(self.check("`key*.c` and `cmd_NAME.c`, `table.def`\n",
                                    ["key.h", "key_read.c", "key_internal.h", "cmd_scan.h", "cmd_scan.c", "table.def"]), [])

    def test_a_header_that_is_not_named_is_a_fault(self):
        self.assertEqual(self.check("# room\n", ["key.h"]), ["src/room/README.md: key.h is not named"])

    def test_a_name_that_is_not_there_is_a_fault(self):
        self.assertEqual(self.check("`gone.c`\n", []), ["src/room/README.md: gone.c is named, and there is none"])


if __name__ == "__main__":
    unittest.main()
