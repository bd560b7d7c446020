# SPDX-License-Identifier: Apache-2.0
"""Evidence: what shows that a finding can be reached from outside."""
import json
import unittest

from pave_program import Case

APP = """import hashlib
from flask import Flask, request
app = Flask(__name__)

def digest(x):
    return hashlib.md5(x).hexdigest()

def check(x):
    return digest(x)

@app.route("/login")
def login():
    return check(request.form["p"])

def offline(x):
    return hashlib.md5(x).hexdigest()
"""

SERVER = """const crypto = require('crypto');
const { exec } = require('child_process');
app.get('/a', (req, res) => {
  res.json({ tag: crypto.createHash('md5').update(req.query.a).digest('hex') });
});
function job() {
  return crypto.createHash('md5');
}
"""

CATALOG = """apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: login
  annotations:
    pave.dev/exposure: internal
    pave.dev/data: "credential:store"
    pave.dev/tier: tier1
    pave.dev/authn: user
spec: {type: service, lifecycle: production, owner: team}
"""


class Evidence(Case):
    def evidence(self, *arguments):
        _, out, err = self.pave("scan", "--json", *arguments)
        self.assertEqual(err, "")
        return [(r["start"]["line"], r["extra"]["pave"]) for r in json.loads(out)["results"]]

    def test_follows_calls_from_a_handler(self):
        self.write("app.py", APP)
        by_line = dict(self.evidence("app.py", "--rule", "python/weak-hash"))
        self.assertEqual(by_line[6]["evidence"], "reachable")
        self.assertEqual(by_line[6]["evidence_reason"],
                         "`login` (line 12) handles requests and calls `check`, which calls `digest`")
        self.assertEqual(by_line[16]["evidence"], "pattern")
        self.assertNotIn("evidence_reason", by_line[16])

    def test_knows_handlers_without_a_name(self):
        self.write("server.js", SERVER)
        by_line = dict(self.evidence("server.js", "--rule", "javascript/weak-hash"))
        self.assertEqual(by_line[4]["evidence"], "reachable")
        self.assertEqual(by_line[4]["evidence_reason"], "the function (line 3) handles requests")
        self.assertEqual(by_line[7]["evidence"], "pattern")

    def test_a_flow_from_a_request_is_reachable(self):
        self.write("app.py", "import os\nfrom flask import request\ndef view():\n"
                   "    name = request.args['n']\n    os.system('ls ' + name)\n")
        [(line, pave)] = self.evidence("app.py", "--rule", "python/command-injection")
        self.assertEqual((line, pave["evidence"]), (5, "reachable"))
        self.assertIn("comes here from line 4", pave["evidence_reason"])

    def test_weighs_in_the_decision_and_is_told(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("app.py", APP)
        by_line = dict(self.evidence(".", "--rule", "python/weak-hash"))
        order = ["defer", "scheduled", "out-of-cycle", "immediate"]
        self.assertGreater(order.index(by_line[6]["priority"]), order.index(by_line[16]["priority"]))
        _, out, _ = self.pave("scan", "--rule", "python/weak-hash")
        self.assertIn("reached: `login` (line 12) handles requests", out)

    def test_sarif_carries_it(self):
        self.write("app.py", APP)
        _, out, _ = self.pave("scan", "--sarif", "app.py", "--rule", "python/weak-hash")
        results = json.loads(out)["runs"][0]["results"]
        self.assertEqual([r["properties"]["pave/evidence"] for r in results], ["reachable", "pattern"])


if __name__ == "__main__":
    unittest.main()
