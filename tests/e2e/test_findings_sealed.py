#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A ledger whose texts are sealed: what lies in it, who can read it, and what tampering does."""
import json
import sqlite3
import unittest

import postgres_server
from pave_program import BAD, Case, clean_environment

POLICY = {
    "pave": "policy/1", "name": "security", "issued": "2026-01-01", "expires": "9000-01-01",
    "keysets": {"ledger": "ledger.keyset"},
    "purposes": [{"name": "ledger.text", "keyset": "ledger", "suites": ["KC-XAES-256-GCM"],
                  "context": ["column", "finding", "at", "value"]}],
}
REASON = "the pump controller is replaced in spring"
MESSAGE = "eval runs whatever is in text"


class Sealed(Case):
    """What holds for every kind of database."""

    def setUp(self):
        super().setUp()
        self.ledger = self.new_ledger()
        self.write("pw", "correct horse battery\n")
        self.does("keys", "create", "signer.keyset", "--name", "signer", "--kind", "sign", "--passphrase-file", "pw")
        self.write("trust.txt", self.does("keys", "public", "signer.keyset", "--passphrase-file", "pw"))
        self.make_key()
        self.write("a.py", BAD)

    def make_key(self):
        (self.folder / "ledger.keyset").unlink(missing_ok=True)
        self.does("keys", "create", "ledger.keyset", "--name", "ledger", "--passphrase-file", "pw")
        self.write("policy.json", json.dumps(POLICY))
        self.does("keys", "policy", "policy.json", "--signer", "signer.keyset", "--passphrase-file", "pw")

    def does(self, *words, key=False):
        status, out, err = self.run_with(key, *words)
        self.assertEqual(status, 0, err)
        return out

    def run_with(self, key, *words):
        env = {"USER": "ada"}
        if key:
            env |= {"PAVE_LEDGER_POLICY": "policy.json", "PAVE_LEDGER_TRUST": "trust.txt",
                    "PAVE_LEDGER_PASSPHRASE_FILE": "pw"}
        return self.pave(*words, env=clean_environment(**env))

    def findings(self, *words, key=True):
        return self.does("findings", *words, "--ledger", self.ledger, key=key)

    def record(self, key=True):
        return self.does("scan", "--rules", "rule.yaml", "--ledger", self.ledger, "--asset", "app", "a.py", key=key)

    def kept(self):
        """Every text of the database, as whoever steals it sees it."""
        return self.dump()

    def test_nothing_that_was_said_lies_in_the_clear(self):
        self.record()
        self.findings("accept", "1", "--reason", REASON)
        self.record()
        for text in (REASON, MESSAGE, "pump", "eval runs"):
            self.assertNotIn(text, self.kept())
        shown = self.findings("show", "1")
        self.assertIn(REASON, shown)
        self.assertIn(MESSAGE, shown)
        self.assertEqual(self.findings("check"), "the ledger agrees with its log\n")

    def test_without_the_key_it_is_counted_but_not_read_or_written(self):
        self.record()
        self.findings("confirm", "1", "--reason", REASON)
        shown = self.findings("show", "1", key=False)
        self.assertIn("(sealed)", shown)
        self.assertNotIn(REASON, shown)
        self.assertIn("PV-1 ", self.findings("list", key=False))
        status, _, err = self.run_with(False, "findings", "dismiss", "1", "--reason", "x", "--ledger", self.ledger)
        self.assertEqual(status, 3, err)
        self.assertIn("set PAVE_LEDGER_POLICY", err)
        self.assertIn("confirmed", self.findings("show", "1"))

    def test_a_ledger_can_be_sealed_later(self):
        self.record(key=False)
        self.findings("accept", "1", "--reason", REASON, key=False)
        self.assertIn("no key to seal with", self.run_with(False, "findings", "seal", "--ledger", self.ledger)[2])
        before = self.findings("show", "1")
        self.assertIn("4 texts sealed" if "record" in before else "3 texts sealed", self.findings("seal"))
        self.assertNotIn("pump", self.kept())
        self.assertEqual(self.findings("show", "1"), before)
        self.assertEqual(self.findings("check"), "the ledger agrees with its log\n")
        self.assertIn("sealed already", self.run_with(True, "findings", "seal", "--ledger", self.ledger)[2])
        self.assertIn("never", self.refused("UPDATE event SET value = 'absent'"))

    def test_a_text_that_was_moved_or_changed_does_not_open(self):
        self.write("a.py", BAD + "\n" + BAD.replace("read", "write").replace("text", "other"))
        self.record()
        self.findings("confirm", "1", "--reason", REASON)
        self.findings("confirm", "2", "--reason", "another")
        self.change("UPDATE finding SET disposition_reason = (SELECT disposition_reason FROM finding WHERE id = 1)"
                    " WHERE id = 2")
        self.assertIn("does not open", self.findings("show", "2"))
        self.change("UPDATE finding SET disposition_reason = 'all is well' WHERE id = 1")
        self.assertNotIn("all is well", self.findings("show", "1"))
        status, _, err = self.run_with(True, "findings", "check", "--ledger", self.ledger)
        self.assertEqual(status, 1)
        self.assertIn("2 texts don't open", err)

    def test_another_key_opens_nothing(self):
        self.record()
        self.make_key()
        self.assertIn("does not open", self.findings("show", "1"))

    def test_what_is_wrong_with_the_key_is_said(self):
        self.record()
        env = clean_environment(PAVE_LEDGER_POLICY="policy.json")
        self.assertIn("PAVE_LEDGER_TRUST: not set", self.pave("findings", "list", "--ledger", self.ledger, env=env)[2])
        self.write("policy.json", json.dumps(POLICY | {"purposes": []}))
        self.does("keys", "policy", "policy.json", "--signer", "signer.keyset", "--passphrase-file", "pw")
        status, _, err = self.run_with(True, "findings", "list", "--ledger", self.ledger)
        self.assertEqual(status, 2, err)
        self.assertIn("ledger.text", err)


class OnSqlite(Sealed):
    def new_ledger(self):
        return str(self.folder / "pave.db")

    def dump(self):
        return "".join(path.read_bytes().decode(errors="replace") for path in self.folder.glob("pave.db*"))

    def change(self, statement):
        with sqlite3.connect(self.ledger) as database:
            database.execute(statement)

    def refused(self, statement):
        try:
            self.change(statement)
        except sqlite3.DatabaseError as error:
            return str(error)
        return "was done"


class OnPostgres(postgres_server.OnServer, Sealed):
    def dump(self):
        return "".join(self.sql(f"SELECT * FROM {table}").stdout for table in ("finding", "event", "run"))

    def change(self, statement):
        self.assertEqual(self.sql(statement).stderr, "")

    def refused(self, statement):
        return self.sql(statement).stderr or "was done"


del Sealed

if __name__ == "__main__":
    unittest.main()
