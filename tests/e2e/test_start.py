#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the program loads before it knows what it is asked for."""
import subprocess
import sys
import unittest

from pave_program import PAVE, Case, clean_environment


@unittest.skipUnless(sys.platform == "linux", "the names of libraries are those of Linux")
class Start(Case):
    def test_loads_no_library_that_most_runs_never_call(self):
        # The system's loader lists what it would load, and runs nothing.
        listed = subprocess.run([PAVE], env=clean_environment(LD_TRACE_LOADED_OBJECTS="1"), check=True,
                                capture_output=True, text=True).stdout
        self.assertIn("libc", listed)
        for late in ("libcrypto", "libsqlite3", "libpq"):
            self.assertNotIn(late, listed)


if __name__ == "__main__":
    unittest.main()
