#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The ledger: `pave scan --ledger` and `pave findings`, on SQLite and on PostgreSQL."""
import json
import os
import random
import signal
import sqlite3
import subprocess
import time
import unittest
from pathlib import Path

import postgres_server
from openvex_schema import OPENVEX
from pave_program import BAD, PAVE, Case, clean_environment

try:
    import jsonschema
except ImportError:
    jsonschema = None

SARIF_SCHEMA = Path(os.environ.get("PAVE_SARIF_SCHEMA", "/nonexistent"))


def sarif(tool, results, cwe="external/cwe/cwe-095", **run):
    return json.dumps({"version": "2.1.0", "runs": [{
        "tool": {"driver": {"name": tool, "rules": [{"id": "r1", "properties": {"tags": [cwe]}}]}},
        "results": [{"ruleId": "r1", "level": "error", "message": {"text": f"on {path}"},
                     "locations": [{"physicalLocation": {"artifactLocation": {"uri": path},
                                                         "region": {"startLine": line}}}]}
                    for path, line in results], **run}]})


class Ledger(Case):
    """What holds for every kind of database."""

    def setUp(self):
        super().setUp()
        self.ledger = self.new_ledger()

    def new_ledger(self):
        return str(self.folder / "pave.db")

    def record(self, *words):
        """Scans; gives the counts that the ledger says."""
        status, out, err = self.scan("--ledger", self.ledger, "--asset", "app", *(words or ["."]))
        self.assertEqual(status, 0, err)
        (line,) = [line for line in err.splitlines() if line.startswith("pave: ledger: ") and "new" in line]
        return [int(part.split()[0]) for part in line.removeprefix("pave: ledger: ").split(", ")], out

    def counts(self, *words):
        return self.record(*words)[0]

    def findings(self, *words, status=0):
        done, out, err = self.pave("findings", *words, "--ledger", self.ledger,
                                   env=clean_environment(USER="ada"))
        self.assertEqual(done, status, err)
        return out if status == 0 else err

    def make(self):
        """A ledger with nothing in it."""
        self.write("none.sarif", sarif("none", []))
        self.findings("import", "none.sarif")

    def entries(self, state="all"):
        return [json.loads(line) for line in self.findings("list", "--state", state, "--format", "json").splitlines()]

    def only(self):
        (entry,) = self.entries()
        return entry

    def sound(self):
        self.assertEqual(self.findings("check"), "the ledger agrees with its log\n")

    def tearDown(self):
        if getattr(self, "is_checked", True):
            self.sound()
        super().tearDown()

    def test_a_finding_keeps_its_id_while_the_code_moves(self):
        self.write("a.py", BAD)
        self.assertEqual(self.counts(), [1, 0, 0, 0])
        first = self.only()
        self.assertEqual((first["id"], first["state"], first["scope"], first["line"]), ("PV-1", "open", "read", 2))
        for what, text in (("lines above", "import os\n\n\n" + BAD), ("indentation", BAD.replace("    ", "\t")),
                           ("an edit", BAD.replace("eval(text)", "eval(text.strip())")),
                           ("a comment", BAD.replace("(text)\n", "(text)  # pave: later\n"))):
            with self.subTest(what):
                self.write("a.py", text)
                self.assertEqual(self.counts(), [0, 1, 0, 0])

    def test_a_renamed_file_keeps_its_findings(self):
        body = "".join(f"def f{i}(x):\n    return x * {i}\n" for i in range(20))
        self.write("a.py", body + BAD)
        self.counts()
        (self.folder / "a.py").unlink()
        self.write("lib/b.py", body + "\n\n" + BAD)
        self.assertEqual(self.counts(), [0, 1, 0, 0])
        self.assertEqual(self.only()["path"], "lib/b.py")

    def test_fixed_needs_proof(self):
        self.write("a.py", BAD)
        self.write("b.py", BAD)
        self.counts()
        with self.subTest("a scan of something else says nothing"):
            self.write("a.py", "x = 1\n")
            self.assertEqual(self.counts("b.py"), [0, 1, 0, 0])
            self.assertEqual(len(self.entries("open")), 2)
        with self.subTest("a file that is too large is not observed"):
            self.write("a.py", "x = 1\n")
            self.counts("--max-file-size", "3", ".")
            self.assertEqual({e["state"] for e in self.entries()}, {"unobservable"})
        with self.subTest("code that changed is"):
            self.assertEqual(self.counts(), [0, 1, 0, 1])
            self.assertEqual([e["path"] for e in self.entries("fixed")], ["a.py"])
        with self.subTest("and so is a file that is gone"):
            (self.folder / "b.py").unlink()
            self.write("c.py", "x = 1\n")
            self.assertEqual(self.counts(), [0, 0, 0, 1])

    def test_what_cannot_be_looked_at_is_not_fixed(self):
        self.write("a.py", BAD)
        self.write("lib/d.py", BAD)
        self.counts()
        (self.folder / "lib" / "d.py").unlink()
        (self.folder / "lib").rmdir()
        (self.folder / "lib").symlink_to("lib")
        self.assertEqual(self.counts(), [0, 1, 0, 0])
        self.assertEqual({e["path"]: e["state"] for e in self.entries()}, {"a.py": "open", "lib/d.py": "unobservable"})
        (self.folder / "lib").unlink()
        self.assertEqual(self.counts(), [0, 1, 0, 1])

    def test_the_whole_tree_can_be_named_from_the_root(self):
        self.write("a.py", BAD)
        self.counts()
        (self.folder / "a.py").unlink()
        self.assertEqual(self.counts(str(self.folder)), [0, 0, 0, 1])

    def test_a_changed_rule_fixes_nothing(self):
        self.write("a.py", BAD)
        self.counts()
        self.write("rule.yaml", (self.folder / "rule.yaml").read_text().replace("eval($X)", "exec($X)"))
        self.assertEqual(self.counts(), [0, 0, 0, 0])
        self.assertEqual([e["observation_reason"] for e in self.entries("withdrawn")], ["rule-changed"])

    def test_what_comes_back_is_the_same_finding(self):
        self.write("a.py", BAD)
        self.counts()
        self.write("a.py", "x = 1\n")
        self.counts()
        self.write("a.py", BAD)
        self.assertEqual(self.counts(), [0, 0, 1, 0])
        self.assertEqual((self.only()["id"], self.only()["state"]), ("PV-1", "open"))
        self.assertEqual(self.findings("show", "PV-1").count("  observed "), 4)

    def test_decisions_have_a_reason_and_a_name(self):
        self.write("a.py", BAD)
        self.counts()
        self.assertIn("it needs a reason", self.findings("dismiss", "PV-1", status=2))
        self.findings("dismiss", "PV-1", "--reason", "the text is ours")
        counts, out = self.record("--json", ".")
        self.assertEqual((counts, json.loads(out)["results"]), ([0, 1, 0, 0], []))
        entry = self.only()
        self.assertEqual((entry["state"], entry["disposition"], entry["disposition_by"]),
                         ("settled", "false-positive", "ada"))
        self.findings("reopen", "1")
        self.assertEqual(len(json.loads(self.record("--json", ".")[1])["results"]), 1)

    def test_acceptance_ends(self):
        self.write("a.py", BAD)
        self.counts()
        self.assertIn("at most 180 days",
                      self.findings("accept", "1", "--reason", "x", "--until", "2999-01-01", status=2))
        self.assertIn("before it begins",
                      self.findings("accept", "1", "--reason", "x", "--until", "2020-01-01", status=2))
        self.assertIn("there is no day", self.findings("accept", "1", "--reason", "x", "--until", "2026-02-30", status=2))
        self.findings("accept", "1", "--reason", "x")
        self.assertEqual(self.only()["state"], "settled")
        # Its service is said to be on the internet: the premise is gone.
        self.write("catalog-info.yaml", "kind: Component\nmetadata:\n  name: s\n  annotations:\n"
                   "    pave.dev/exposure: internet\n    pave.dev/data: phi\n    pave.dev/authn: none\n")
        self.counts()
        self.assertEqual(self.only()["state"], "open")
        self.assertIn("the priority is higher", self.findings("show", "1"))

    def test_the_same_file_twice_changes_nothing(self):
        self.write("other.sarif", sarif("other", [("a.py", 3), ("a.py", 9), ("b.py", 1)]))
        self.assertIn("3 new, 0 known", self.findings("import", "other.sarif"))
        before = [{**e, "last_seen": 0} for e in self.entries()]
        self.assertIn("0 new, 3 known, 0 reopened, 0 fixed", self.findings("import", "other.sarif"))
        self.assertEqual([{**e, "last_seen": 0} for e in self.entries()], before)

    def test_tools_that_see_the_same_are_one_issue(self):
        self.write("a.py", BAD)
        rule = (self.folder / "rule.yaml").read_text()
        self.write("rule.yaml", rule + "    metadata: {cwe: 'CWE-95: Eval'}\n")
        self.counts()
        self.write("other.sarif", sarif("other", [("a.py", 3)]))
        self.findings("import", "other.sarif", "--asset", "app")
        self.assertEqual([e["issue"] for e in self.entries()], [1, 1])
        self.write("third.sarif", sarif("third", [("a.py", 2)], cwe="external/cwe/cwe-079"))
        self.findings("import", "third.sarif", "--asset", "app")
        self.assertEqual(sorted(e["issue"] for e in self.entries()), [1, 1, 3])

    def test_a_run_that_failed_fixes_nothing(self):
        self.write("other.sarif", sarif("other", [("a.py", 3)]))
        self.findings("import", "other.sarif")
        self.write("other.sarif", sarif("other", [], invocations=[{"executionSuccessful": False}]))
        self.assertIn("0 fixed", self.findings("import", "other.sarif"))
        self.assertEqual(self.only()["state"], "open")

    def test_random_histories_balance(self):
        """New and reopened less fixed and withdrawn is what is open."""
        rng = random.Random(7)
        balance = 0
        lines = ["    eval(text)\n", "    eval(other)\n", "    x = 1\n", "    eval(text + '1')\n"]
        for _ in range(12):
            for name in "abc":
                if rng.random() < 0.3:
                    (self.folder / f"{name}.py").unlink(missing_ok=True)
                if rng.random() < 0.7:
                    body = "".join(rng.choice(lines) for _ in range(rng.randrange(4)))
                    self.write(f"{name}.py", f"def f(text, other):\n{body}    return 1\n")
            self.write("z.py", "x = 1\n")
            fresh, _, reopened, fixed = self.counts()
            balance += fresh + reopened - fixed
            self.assertEqual(balance, len(self.entries("open")))

    def test_exports_are_valid(self):
        self.write("a.py", BAD + BAD)
        self.write("b.py", BAD)
        self.counts()
        self.write("b.py", "x = 1\n")
        self.counts()
        self.findings("accept", "1", "--reason", "for now")
        self.findings("confirm", "2")
        report = json.loads(self.findings("export", "--format", "sarif"))
        results = report["runs"][0]["results"]
        self.assertEqual(sorted(r["baselineState"] for r in results), ["absent", "unchanged", "unchanged"])
        self.assertEqual([r["suppressions"][0]["justification"] for r in results if r["suppressions"]], ["for now"])
        self.findings("dismiss", "2", "--reason", "text is a constant")
        vex = json.loads(self.findings("export", "--format", "openvex"))
        status = {s["vulnerability"]["name"]: s["status"] for s in vex["statements"]}
        self.assertEqual(status, {"PV-1": "affected", "PV-2": "not_affected", "PV-3": "fixed"})
        self.hold_against_schema(vex, OPENVEX)
        if SARIF_SCHEMA.exists():
            self.hold_against_schema(report, json.loads(SARIF_SCHEMA.read_text()))

    def test_what_would_be_passed_over_is_refused(self):
        self.make()
        self.assertIn("list: --format: expected text or json, not 'sarif'", self.findings("list", "--sarif", status=2))
        self.assertIn("export: --format: expected sarif or openvex, not 'json'",
                      self.findings("export", "--json", status=2))
        self.assertIn("findings check: PV-1: takes options only", self.findings("check", "PV-1", status=2))

    def test_an_acceptance_for_too_long_says_for_how_long(self):
        self.write("one.sarif", sarif("one", [("a.py", 1)]))
        self.findings("import", "one.sarif")
        self.assertIn("PV-1 is of no priority: it can be accepted for at most 180 days",
                      self.findings("accept", "PV-1", "--reason", "later", "--until", "2099-01-01", status=2))

    def test_openvex_of_nothing_is_refused(self):
        self.make()
        self.assertIn("at least one statement", self.findings("export", "--format", "openvex", status=2))

    def test_openvex_names_any_repository(self):
        self.write("one.sarif", sarif("one", [("a.py", 1)]))
        self.findings("import", "one.sarif", "--asset", "pump & <control> 100%")
        vex = json.loads(self.findings("export", "--format", "openvex"))
        self.assertEqual(vex["statements"][0]["products"][0]["@id"], "pkg:generic/pump%20%26%20%3Ccontrol%3E%20100%25")
        self.hold_against_schema(vex, OPENVEX)

    def hold_against_schema(self, document, schema):
        if not jsonschema:
            self.skipTest("there is no jsonschema")
        jsonschema.validate(document, schema)

    def test_events_are_never_changed(self):
        self.write("a.py", BAD)
        self.counts()
        for statement in ("UPDATE event SET value = 'absent'", "DELETE FROM event"):
            self.assertIn("never", self.refused(statement))

    def refused(self, statement):
        with sqlite3.connect(self.ledger) as database:
            try:
                database.execute(statement)
            except sqlite3.DatabaseError as error:
                return str(error)
        return "was done"

    def test_several_writers_lose_nothing(self):
        for i in range(4):
            self.write(f"{i}.sarif", sarif(f"tool{i}", [(f"f{n}.py", n + 1) for n in range(150)]))
        running = [subprocess.Popen([PAVE, "findings", "import", f"{i}.sarif", "--ledger", self.ledger],
                                    cwd=self.folder, stdout=subprocess.DEVNULL) for i in range(4)]
        self.assertEqual([one.wait(timeout=100) for one in running], [0] * 4)
        self.assertEqual(len(self.entries()), 600)

    def test_a_kill_at_any_time_leaves_all_or_nothing(self):
        self.write("big.sarif", sarif("big", [(f"f{n % 90}.py", n + 1) for n in range(3000)]))
        self.make()
        rng = random.Random(3)
        for _ in range(8):
            running = subprocess.Popen([PAVE, "findings", "import", "big.sarif", "--ledger", self.ledger],
                                       cwd=self.folder, stdout=subprocess.DEVNULL)
            time.sleep(rng.random() * 0.4)
            running.send_signal(signal.SIGKILL)
            running.wait(timeout=60)
            self.assertIn(len(self.entries()), (0, 3000))
            self.sound()

    def test_a_newer_ledger_is_left_alone(self):
        self.make()
        self.set_version(99)
        self.is_checked = False
        self.assertIn("newer pave", self.findings("list", status=2))

    def set_version(self, version):
        with sqlite3.connect(self.ledger) as database:
            database.execute("UPDATE pave_ledger SET version = ?", (version,))


class OnSqlite(Ledger):
    def test_a_full_disk_changes_nothing(self):
        self.write("one.sarif", sarif("one", [("a.py", 1)]))
        self.findings("import", "one.sarif")
        self.write("big.sarif", sarif("big", [(f"f{n}.py", n + 1) for n in range(3000)]))
        script = f"ulimit -f 400; exec {PAVE} findings import big.sarif --ledger {self.ledger}"
        done = subprocess.run(["sh", "-c", script], cwd=self.folder, capture_output=True, timeout=60, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(len(self.entries()), 1)

    def test_a_new_ledger_appears_whole_or_not_at_all(self):
        self.is_checked = False
        self.write("a.py", BAD)
        for blocks in (0, 1, 8, 40):
            with self.subTest(blocks=blocks):
                script = f"ulimit -f {blocks}; exec {PAVE} scan --rules rule.yaml --no-cache --ledger {self.ledger}"
                done = subprocess.run(["sh", "-c", script], cwd=self.folder, capture_output=True, timeout=60, check=False)
                self.assertEqual(done.returncode, 3)
                self.assertIn(b"pave.db: File too large", done.stderr)
                self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["a.py", "rule.yaml"])

    def test_looking_makes_no_ledger(self):
        self.is_checked = False
        for words in (["findings", "list"], ["findings", "check"], ["findings", "export"],
                      ["findings", "confirm", "PV-1", "--by", "ada"], ["explain", "PV-1"]):
            with self.subTest(words):
                status, out, err = self.pave(*words, "--ledger", "typo.db")
                self.assertEqual((status, out), (2, ""))
                self.assertIn("pave: typo.db: there is no ledger there", err)
                self.assertFalse((self.folder / "typo.db").exists())

    def test_a_file_of_something_else_is_said(self):
        self.is_checked = False
        self.ledger = str(self.write("text.db", "not a database, but long enough to be taken for one" * 40))
        self.assertIn("is not a ledger", self.findings("list", status=2))
        self.ledger = str(self.folder)
        self.assertIn("is not a ledger: it is a folder", self.findings("list", status=2))
        status, _, err = self.pave("findings", "import", "nowhere.sarif", "--ledger", "new.db")
        self.assertEqual((status, err), (2, "pave: nowhere.sarif: No such file or directory; nothing of it was taken in\n"))

    def test_a_torn_page_is_no_crash(self):
        self.is_checked = False
        self.write("one.sarif", sarif("one", [(f"f{n}.py", n + 1) for n in range(300)]))
        self.findings("import", "one.sarif")
        good = (self.folder / "pave.db").read_bytes()
        rng = random.Random(5)
        for _ in range(12):
            torn = bytearray(good)
            at = rng.randrange(4096, len(torn) - 600)
            torn[at:at + 512] = rng.randbytes(512)
            (self.folder / "pave.db").write_bytes(torn)
            self.pave("findings", "check", "--ledger", self.ledger)
            self.pave("findings", "import", "one.sarif", "--ledger", self.ledger)


class OnPostgres(postgres_server.OnServer, Ledger):
    def refused(self, statement):
        return self.sql(statement).stderr or "was done"

    def set_version(self, version):
        self.assertEqual(self.sql(f"UPDATE pave_ledger SET version = {version}").stderr, "")


del Ledger

if __name__ == "__main__":
    unittest.main()
