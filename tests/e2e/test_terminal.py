#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a terminal shows and a pipe does not: colour, links, progress; and what Ctrl-C leaves."""
import json
import os
import pty
import re
import select
import signal
import subprocess
import time
import unittest

from pave_program import BAD, PAVE, RULE, SECONDS_MAX, Case, clean_environment

# Long enough to scan that a person would see the progress bar, and can interrupt it.
SLOW_FILE = "".join(f"def f{i}(a, b):\n    return g{i}(a, [b, {i}, 'text'], key=a.b.c(b))\n" for i in range(700))
COLOUR = re.compile(rb"\x1b\[[0-9;]*m")
LINK = b"\x1b]8;"


class Terminal(Case):
    def on_terminal(self, *words, env=None, interrupt_after=None):
        """Runs with all streams on one terminal; gives its status and all that the terminal got."""
        main, side = pty.openpty()
        run = subprocess.Popen([PAVE, *words], stdin=side, stdout=side, stderr=side, cwd=self.folder,
                               env=env or clean_environment(), start_new_session=True)
        os.close(side)
        got, end = b"", time.monotonic() + SECONDS_MAX
        while time.monotonic() < end:
            ready, _, _ = select.select([main], [], [], 1)
            if ready:
                try:
                    part = os.read(main, 65536)
                except OSError:
                    break
                if not part:
                    break
                got += part
            if interrupt_after and interrupt_after in got:
                run.send_signal(signal.SIGINT)
                interrupt_after = None
        os.close(main)
        return run.wait(SECONDS_MAX), got

    def make_slow_tree(self, files=60):
        for i in range(files):
            self.write(f"slow/f{i:03}.py", SLOW_FILE + BAD)

    def test_a_pipe_gets_no_colour_and_no_progress(self):
        self.write("a.py", BAD)
        for words in ([], ["--json"], ["--sarif"]):
            _, out, err = self.scan(*words)
            self.assertNotIn("\x1b", out + err)

    def test_colour_is_given_when_asked_for(self):
        self.write("a.py", BAD)
        self.assertRegex(self.scan("--color", "always")[1].encode(), COLOUR)

    def test_a_terminal_gets_colour(self):
        self.write("a.py", BAD)
        status, got = self.on_terminal("scan", "--rules", "rule.yaml")
        self.assertEqual(status, 0)
        self.assertRegex(got, COLOUR)

    def test_a_patch_does_not_steer_a_terminal(self):
        self.write("rule.yaml", RULE + "    fix: literal_eval($X)\n")
        self.write("a.py", "eval(x)  # \x1b[2J\n")
        status, got = self.on_terminal("fix", "--rules", "rule.yaml")
        self.assertEqual(status, 0)
        self.assertIn(b"\x1b[31m-eval(x)", got)
        self.assertNotIn(b"\x1b[2J", got)

    def test_no_colour_is_honoured(self):
        self.write("a.py", BAD)
        for env, words in ((clean_environment(NO_COLOR="1"), []), (clean_environment(TERM="dumb"), []),
                           (None, ["--color", "never"])):
            _, got = self.on_terminal("scan", "--rules", "rule.yaml", *words, env=env)
            self.assertNotRegex(got, COLOUR)
            self.assertNotIn(LINK, got)

    def test_a_quick_scan_shows_no_progress(self):
        self.write("a.py", BAD)
        _, got = self.on_terminal("scan", "--rules", "rule.yaml")
        self.assertNotIn(b" files, ", got.split(b"scanned")[0])

    def test_a_long_scan_shows_progress_and_wipes_it(self):
        self.make_slow_tree()
        status, got = self.on_terminal("scan", "--rules", "rule.yaml", "-j1", "--full")
        self.assertEqual(status, 0)
        drawn = re.findall(rb"\r\x1b\[K\[#*\.*\] \d+/\d+ files, \d+ findings", got)
        if not drawn:
            self.skipTest("this machine scans the tree before progress is shown")
        # The last thing drawn is wiped before the results begin.
        rest = got[got.rindex(drawn[-1]) + len(drawn[-1]):]
        self.assertTrue(rest.startswith(b"\r\x1b[K"))
        self.assertIn(b"60 concerns", rest)
        _, quiet = self.on_terminal("scan", "--rules", "rule.yaml", "-j1", "--full", "--quiet")
        self.assertNotIn(b"files, ", quiet.split(b"concerns")[0])

    def test_ctrl_c_leaves_partial_results_that_say_so(self):
        self.make_slow_tree(120)
        status, got = self.on_terminal("scan", "--rules", "rule.yaml", "-j1", "--full",
                                       interrupt_after=b" files, ")
        if b"120 concerns" in got:
            self.skipTest("this machine scans the tree before it can be interrupted")
        self.assertEqual(status, 3)
        self.assertIn(b"partial", got)
        self.assertIn(b"no-eval", got)

    def test_an_interrupted_report_for_programs_is_whole(self):
        self.make_slow_tree(120)
        status, got = self.on_terminal("scan", "--rules", "rule.yaml", "-j1", "--full", "--json",
                                       "--output", "report.json", interrupt_after=b" files, ")
        if status == 0:
            self.skipTest("this machine scans the tree before it can be interrupted")
        self.assertEqual(status, 3)
        self.assertIn(b"pave: interrupted", got)
        report = json.loads((self.folder / "report.json").read_text())
        self.assertLess(len(report["paths"]["scanned"]), 120)


if __name__ == "__main__":
    unittest.main()
