#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Old TLS between two services of the example organisation, decided by what travels on the link."""
import json
import shutil
import unittest

from pave_program import SOURCE, Case

BACKUP = '''
import flask
from Crypto.Cipher import AES

app = flask.Flask(__name__)


@app.post("/backup")
def backup():
    note = flask.request.get_data()
    cipher = AES.new(b"backups of notes", AES.MODE_EAX)
    return cipher.encrypt(note)
'''
TABLES = ("residual", "stakes", "exposure", "ease", "priority")


class TlsCases(Case):
    maxDiff = None

    def setUp(self):
        super().setUp()
        shutil.copytree(SOURCE / "examples" / "clinic", self.folder / "clinic")
        # In the worked example nothing else hangs on the service.
        self.edit("records/catalog-info.yaml", "tier1", "tier3")

    def edit(self, name, old, new):
        path = self.folder / "clinic" / name
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new))

    def edit_api(self, old, new):
        """Changes the entry of claims-api alone."""
        path = self.folder / "clinic" / "catalog-info.yaml"
        entries = path.read_text().split("---\n")
        [at] = [i for i, entry in enumerate(entries) if "name: claims-api" in entry]
        self.assertIn(old, entries[at])
        entries[at] = entries[at].replace(old, new)
        path.write_text("---\n".join(entries))

    def without_proof(self):
        self.edit("records/storage.py", "# @phi\n", "")

    def without_token(self):
        self.edit_api("phi:transit, credential:transit", "phi:transit")

    def row(self, case, path="transfer.py", rule="python/tls-old-version"):
        _, out, err = self.pave("scan", "--json", "--as-of", "2026-11-01", "--rule", rule, f"clinic/records/{path}")
        self.assertEqual(err, "")
        [result] = json.loads(out)["results"]
        decision = result["extra"]["pave"]["decision"]
        rows = dict(decision["path"])

        def ends(interval):
            if interval is None:
                return "-"
            return "…".join(dict.fromkeys([interval["lo"], interval["hi"]]))
        return (f"{case:3} rows {' '.join(str(rows[table]) for table in TABLES)}; "
                f"api {', '.join(edge['api'] for edge in decision.get('edges', [])) or '-'}; "
                f"risk {ends(decision['risk'])}; floor {ends(decision['floor'])}; final {ends(decision['result'])}; "
                f"records {', '.join(decision['records']) or '-'}\n")

    def each_case(self):
        yield self.row("A")
        self.edit_api("credential-binding: mtls", "credential-binding: bearer")
        yield self.row("A′")
        self.edit_api("    pave.dev/credential-binding: bearer\n", "")
        yield self.row("A″")
        self.without_token()
        self.without_proof()
        yield self.row("B")
        self.edit_api("exposure: internal", "exposure: internet")
        yield self.row("C")
        (self.folder / "clinic" / "records" / "backup.py").write_text(BACKUP)
        yield self.row("D", "backup.py", "python/fixed-key")
        self.edit("records/catalog-info.yaml", '"phi:store:1e6, credential:store"', '"public:store"')
        yield self.row("D₂", "backup.py", "python/fixed-key")
        self.edit("records/catalog-info.yaml", '"public:store"', '"phi:store:1e6, credential:store"\n    pave.dev/sealed: phi')
        self.edit_api("exposure: internet", "exposure: internal")
        yield self.row("F")

    def test_each_case_is_decided_as_in_the_worked_example(self):
        self.check_golden("clinic/tls-cases.txt", "".join(self.each_case()))


if __name__ == "__main__":
    unittest.main()
