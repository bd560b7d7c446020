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

    def test_names_a_library_that_is_missing_and_its_package(self):
        for library, package, words in (
                ("libsqlite3.so.0", "libsqlite3-0", ["findings", "import", "none.sarif", "--ledger", "pave.db"]),
                ("libpq.so.5", "libpq5", ["findings", "list", "--ledger", "postgres://localhost/x"]),
                ("libcrypto.so.3", "libssl3", ["keys", "create", "--name", "k", "--passphrase-file", "word", "keys.json"])):
            self.write("word", "correct horse battery\n")
            self.write(f"libraries/{library}", "")
            status, out, err = self.pave(*words, env=clean_environment(LD_LIBRARY_PATH=str(self.folder / "libraries")))
            self.assertEqual((status, out), (3, ""), err)
            self.assertRegex(err, rf"^pave: (the ledger: )?{library} could not be loaded \(.*\); it is in the package {package} of")
            self.assertEqual(err.count("\n"), 1)


if __name__ == "__main__":
    unittest.main()
