#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keysets for people: passphrases typed at a terminal, identities and whom they trust."""
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time
import unittest

from pave_program import PAVE, SECONDS_MAX, Case, clean_environment


class Keys(Case):
    def does(self, *words, **options):
        status, out, err = self.pave(*words, **options)
        self.assertEqual((status, err), (0, ""))
        return out

    def refuses(self, status, pattern, *words):
        got, out, err = self.pave(*words)
        self.assertRegex(err, pattern)
        self.assertEqual((got, out), (status, ""))

    def at_terminal(self, words, replies):
        """Answers each prompt with the next reply; gives the status, what was shown, and whether echo came back."""
        main, side = pty.openpty()
        run = subprocess.Popen([PAVE, *words], stdin=side, stdout=side, stderr=side, cwd=self.folder,
                               env=clean_environment(), start_new_session=True,
                               preexec_fn=lambda: __import__("fcntl").ioctl(0, termios.TIOCSCTTY, 0))
        shown, asked, replies = b"", 0, list(replies)
        end = time.monotonic() + SECONDS_MAX
        while time.monotonic() < end and run.poll() is None:
            if not select.select([main], [], [], 0.1)[0]:
                continue
            shown += os.read(main, 4096)
            if replies and shown.count(b": ") > asked and shown.endswith(b": "):
                asked += 1
                reply = replies.pop(0)
                if isinstance(reply, signal.Signals):
                    run.send_signal(reply)
                else:
                    os.write(main, reply)
        status = run.wait(SECONDS_MAX)
        while select.select([main], [], [], 0)[0]:
            shown += os.read(main, 4096)
        has_echo = bool(termios.tcgetattr(side)[3] & termios.ECHO)
        os.close(side)
        os.close(main)
        return status, shown.decode(), has_echo

    def test_asks_for_a_passphrase_and_does_not_show_it(self):
        create = ["keys", "create", "phi.keyset", "--name", "phi"]
        status, shown, has_echo = self.at_terminal(create, [b"open sesame\n", b"open sesame\n"])
        self.assertEqual(status, 0, shown)
        self.assertIn("New passphrase of phi.keyset: ", shown)
        self.assertNotIn("sesame", shown)
        self.assertTrue(has_echo)
        self.write("pw", "open sesame\n")
        self.does("keys", "check", "phi.keyset", "--passphrase-file", "pw")
        status, shown, _ = self.at_terminal(["keys", "check", "phi.keyset"], [b"open sesame\n"])
        self.assertEqual(status, 0, shown)
        status, shown, _ = self.at_terminal(["keys", "check", "phi.keyset"], [b"open says me\n"])
        self.assertEqual(status, 3, shown)
        rewrap = ["keys", "rewrap", "phi.keyset"]
        status, shown, _ = self.at_terminal(rewrap, [b"open sesame\n", b"another\n", b"another\n"])
        self.assertEqual(status, 0, shown)
        self.write("pw", "another\n")
        self.does("keys", "check", "phi.keyset", "--passphrase-file", "pw")

    def test_what_is_typed_wrong_changes_nothing(self):
        create = ["keys", "create", "phi.keyset", "--name", "phi"]
        for replies, said in (([b"one\n", b"two\n"], "the two passphrases differ"), ([b"\n"], "empty"),
                              ([b"a" * 4000 + b"\n", b"b\n"], "differ|at most")):
            status, shown, has_echo = self.at_terminal(create, replies)
            self.assertEqual((status, has_echo), (2, True), shown)
            self.assertRegex(shown, said)
            self.assertFalse((self.folder / "phi.keyset").exists())

    def test_an_interrupt_leaves_a_terminal_that_shows_what_is_typed(self):
        create = ["keys", "create", "phi.keyset", "--name", "phi"]
        for reply in (b"\x03", signal.SIGTERM):
            status, shown, has_echo = self.at_terminal(create, [reply])
            self.assertLess(status, 0, shown)
            self.assertTrue(has_echo)

    def test_nobody_to_ask_is_said(self):
        self.refuses(2, "nothing to unlock the keyset with: give --passphrase-file", "keys", "create", "phi.keyset",
                     "--name", "phi")

    def test_identities_trust_each_other_by_file(self):
        self.write("pw", "open sesame\n")
        public = {}
        for name in ("billing", "records"):
            self.does("keys", "create", name, "--name", name, "--kind", "identity", "--passphrase-file", "pw")
            public[name] = self.does("keys", "public", name, "--passphrase-file", "pw").strip()
            self.assertRegex(public[name], r"^pave-id1:[\w-]{86}$")
            self.does("keys", "trust", "trust.json", "--name", name, public[name])
        self.assertEqual(self.does("keys", "trust", "trust.json"),
                         f"billing  {public['billing']}\nrecords  {public['records']}\n")
        self.refuses(2, "billing has this identity already", "keys", "trust", "trust.json", "--name", "other",
                     public["billing"])
        new = self.does("keys", "rotate", "billing", "--now", "--passphrase-file", "pw").strip()
        self.does("keys", "promote", "billing", new, "--passphrase-file", "pw")
        after = self.does("keys", "public", "billing", "--passphrase-file", "pw").strip()
        self.does("keys", "trust", "trust.json", "--name", "billing", after)
        listed = self.does("keys", "trust", "trust.json")
        self.assertIn(f"billing  {public['billing']}  replaced\n", listed)
        self.assertTrue(re.search(rf"billing  {after}\n", listed))

    def test_says_what_is_wrong_with_trust(self):
        self.write("trust.json", '{"pave":"trust/2"}')
        self.refuses(2, "trust.json: byte 0: .*expected trust/1", "keys", "trust", "trust.json")
        self.refuses(2, "no such|No such", "keys", "trust", "nowhere.json")
        self.refuses(2, "expected pave-id1", "keys", "trust", "new.json", "--name", "billing", "pave-id1:AAAA")
        self.refuses(2, "expected 1 to 64", "keys", "trust", "new.json", "--name", "Billing", "pave-id1:AAAA")
        self.refuses(2, "or one with --name NAME and a public key", "keys", "trust", "new.json", "--name", "billing")
        self.refuses(2, "expected a trust file", "keys", "trust")
        self.write("pw", "open sesame\n")
        self.does("keys", "create", "phi", "--name", "phi", "--passphrase-file", "pw")
        self.refuses(2, "has no public key", "keys", "public", "phi")


if __name__ == "__main__":
    unittest.main()
