#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Settings that Java reads from *.properties files are constants where the file is known."""
import json
import unittest

from pave_program import Case

CODE = """\
import java.security.MessageDigest;
class A { byte[] f(byte[] data) throws Exception {
  java.util.Properties settings = new java.util.Properties();
  settings.load(getClass().getResourceAsStream("/conf/app.properties"));
  return MessageDigest.getInstance(settings.getProperty("hash", "%s")).digest(data);
} }
"""


class Properties(Case):
    def lines(self, fallback, **files):
        self.write("A.java", CODE % fallback)
        for name, text in files.items():
            self.write(name.replace("__", "/") + ".properties", text)
        status, out, _ = self.pave("scan", "--rule", "java/weak-hash", "--json", ".")
        self.assertEqual(status, 0)
        return [found["start"]["line"] for found in json.loads(out)["results"]]

    def test_the_file_decides_where_it_is_known(self):
        self.assertEqual(self.lines("SHA-256", app="hash=MD5\n"), [5])
        self.assertEqual(self.lines("MD5", app="hash=SHA-256\n"), [])

    def test_else_what_it_falls_back_to(self):
        self.assertEqual(self.lines("MD5", app="other=1\n"), [5])
        self.assertEqual(self.lines("SHA-256", app="other=1\n"), [])
        self.assertEqual(self.lines("MD5", a__app="hash=SHA-256\n", b__app="hash=SHA-512\n"), [5])


if __name__ == "__main__":
    unittest.main()
