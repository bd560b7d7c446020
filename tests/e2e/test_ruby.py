#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What stands bare in Ruby: calls without brackets, and texts that begin a line further down."""
import json
import unittest

from pave_program import Case

CODE = """\
params[:a]
params()[:a]
f(<<~SQL)
  select #{params[:x]}
SQL
if c
  params = {}
  params[:a]
end
"""


class Ruby(Case):
    def lines(self, pattern):
        path = self.write("a.rb", CODE)
        status, out, err = self.pave("scan", "--json", "-l", "ruby", "-e", pattern, path)
        self.assertEqual(status, 0, err)
        return [result["start"]["line"] for result in json.loads(out)["results"]]

    def test_a_bare_name_is_a_call_until_it_is_written_to(self):
        self.assertEqual(self.lines("params()[...]"), [1, 2, 4])
        self.assertEqual(self.lines("params[...]"), [1, 2, 4, 8])

    def test_a_text_that_stands_later_is_the_argument(self):
        self.assertEqual(self.lines("f(\"...#{$X}...\")"), [3])


if __name__ == "__main__":
    unittest.main()
