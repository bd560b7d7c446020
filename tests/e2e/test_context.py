#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Facts about services: where they come from, how long they count, who answers, what is worth asking."""
import json
import os
import shutil
import unittest
from pathlib import Path

from pave_program import SOURCE, Case

try:
    import jsonschema
except ImportError:
    jsonschema = None

SARIF_SCHEMA = Path(os.environ.get("PAVE_SARIF_SCHEMA", "/nonexistent"))
TABLES = SOURCE / "src" / "risk" / "tables"
CODE = "import hashlib\ndef digest(x):\n    return hashlib.md5(x).hexdigest()\n"
TLS = "import requests\ndef send(x):\n    requests.post('https://pay.example/', data=x, verify=False)\n"
CATALOG = """\
kind: Component
metadata:
  name: shop
  annotations:
    pave.dev/exposure: internet
    pave.dev/tier: tier3
    pave.dev/authn: none
    pave.dev/data: "phi:store"
    pave.dev/reviewed: "2026-03-01 by:team"
spec: {owner: team-shop}
"""


class Context(Case):
    def setUp(self):
        super().setUp()
        (self.folder / ".git").mkdir()

    def scan(self, *words, says=""):
        status, out, err = self.pave("scan", "--json", "--as-of", "2026-04-01", *words)
        self.assertIn(says, err)
        if not says:
            self.assertEqual(err, "")
        return status, json.loads(out)

    def only(self, *words, says=""):
        [result] = self.scan(*words, says=says)[1]["results"]
        return result["extra"]["pave"]

    def facts(self, pave):
        return {fact["f"]: fact for fact in pave["decision"]["facts"]}

    def test_owners_come_from_codeowners_then_the_catalog(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("a/x.py", CODE)
        self.write("b/x.py", CODE)
        self.write(".github/CODEOWNERS", "/a/  @org/a-team  mail@example.org\n")
        results = self.scan(".")[1]["results"]
        owners = {r["path"]: (r["extra"]["pave"]["owner"], r["extra"]["pave"]["owner_source"],
                              r["extra"]["pave"]["owner_place"]) for r in results}
        self.assertEqual(owners, {"a/x.py": ("@org/a-team  mail@example.org", "codeowners", ".github/CODEOWNERS:1"),
                                  "b/x.py": ("team-shop", "component", "catalog-info.yaml:1")})
        out = self.pave("scan", "a", "--as-of", "2026-04-01")[1]
        self.assertIn("  in shop  for @org/a-team  mail@example.org\n", out)
        sarif = json.loads(self.pave("scan", "b", "--format", "sarif")[1])
        properties = sarif["runs"][0]["results"][0]["properties"]
        self.assertEqual((properties["pave/owner"], properties["pave/owner-source"]), ("team-shop", "component"))
        self.assertIn("owner\n    team-shop (catalog-info.yaml:1)\n", self.pave("explain", "b/x.py:3")[1])

    def test_that_nobody_answers_is_said(self):
        self.write("catalog-info.yaml", CATALOG.replace("spec: {owner: team-shop}\n", ""))
        self.write("x.py", CODE)
        self.assertIsNone(self.only("x.py")["owner"])
        self.assertIn("  in shop  for nobody\n", self.pave("scan", "x.py")[1])
        self.assertIn("owner\n    nobody\n", self.pave("explain", "x.py:3")[1])

    def test_a_fact_has_its_source_and_its_age(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("x.py", CODE)
        exposure = self.facts(self.only("x.py"))["exposure"]
        self.assertEqual((exposure["source"], exposure["at"], exposure["age_days"], exposure["v"]),
                         ("catalog", "catalog-info.yaml:5", 31, ["internet"]))

    def test_what_nobody_looked_at_for_long_could_be_anything(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("x.py", CODE)
        says = "context.expired: exposure of shop was looked at 206 days ago and is good for 180"
        exposure = self.facts(self.only("x.py", "--as-of", "2026-09-23", says=says))["exposure"]
        self.assertEqual((exposure["state"], len(exposure["v"])), ("expired", 4))
        out = self.pave("explain", "x.py:3", "--as-of", "2026-09-23")[1]
        self.assertIn("exposure     isolated or internal or partner or internet  catalog-info.yaml:5, 206 days ago: "
                      "too long ago to count", out)

    def test_places_that_disagree_are_told_and_both_count(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("pave.yaml", "exposure: internal\nreviewed: 2026-03-20\n")
        self.write("x.py", CODE)
        says = "context.conflict: exposure of shop: pave.yaml:1 says internal, catalog-info.yaml:5 says internet"
        status, report = self.scan("x.py", says=says)
        [result] = report["results"]
        exposure = self.facts(result["extra"]["pave"])["exposure"]
        self.assertEqual((exposure["v"], exposure["state"]), (["internal", "internet"], "conflict"))
        self.assertEqual(exposure["against"], "catalog-info.yaml:5")
        self.assertTrue(any(e["message"].startswith("context.conflict") and e["level"] == "warn"
                            for e in report["errors"]))
        self.assertEqual(status, 0)

    def test_a_sidecar_stands_alone_under_its_own_prefix(self):
        self.write("pave.yaml", "prefix: acme.example\n---\nname: shop\nexposure: internet\ndata: pii\n")
        self.write("in/catalog-info.yaml", CATALOG.replace("pave.dev", "acme.example").replace("shop", "inner"))
        self.write("x.py", CODE)
        self.write("in/x.py", CODE)
        services = {r["path"]: r["extra"]["pave"] for r in self.scan(".")[1]["results"]}
        self.assertEqual(services["x.py"]["service"], "shop")
        self.assertEqual(services["in/x.py"]["service"], "inner")
        self.assertEqual(self.facts(services["in/x.py"])["exposure"]["v"], ["internet"])

    def test_several_components_share_a_file_by_their_paths(self):
        self.write("catalog-info.yaml", "\n---\n".join(
            f"kind: Component\nmetadata: {{name: {name}, annotations: {{pave.dev/path: {name}, pave.dev/data: pii}}}}\n"
            for name in ("one", "two")))
        self.write("one/x.py", CODE)
        self.write("two/deep/x.py", CODE)
        services = {r["path"]: r["extra"]["pave"]["service"] for r in self.scan(".")[1]["results"]}
        self.assertEqual(services, {"one/x.py": "one", "two/deep/x.py": "two"})

    def test_transport_is_decided_on_apis(self):
        self.write("catalog-info.yaml", CATALOG.replace("spec: {", "spec: {consumesApis: [pay, news], "))
        self.write("other/catalog-info.yaml", "\n---\n".join(
            f"kind: API\nmetadata: {{name: {name}, annotations: {{pave.dev/exposure: partner, pave.dev/data: {data}}}}}\n"
            for name, data in (("pay", "pci"), ("news", "public"))))
        self.write("x.py", TLS)
        pave = self.only("x.py")
        self.assertEqual([edge["api"] for edge in pave["decision"]["edges"]], ["pay", "news"])
        self.assertEqual(pave["priority"], "defer…scheduled")
        self.assertIn("has 2 APIs that this may be about, at worst pay, which carries pci", pave["reason"])
        self.write("pave.yaml", "api-code: 'news: x.py'\n")
        self.assertEqual(self.only("x.py")["priority"], "defer")

    def test_one_question_is_asked_where_no_catalog_is(self):
        self.write("x.py", CODE + TLS)
        status, report = self.scan("x.py")
        [question] = report["questions"]
        self.assertEqual((question["service"], question["annotation"]), ("", "exposure"))
        self.assertGreater(question["worth"], 0)
        self.assertIn("worth an answer: who can reach this code? pave.dev/exposure in a catalog-info.yaml",
                      self.pave("scan", "x.py")[1].replace("\n", " "))

    def test_nothing_is_asked_where_all_is_said(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("x.py", CODE)
        self.assertNotIn("questions", self.scan("x.py")[1])

    def test_nobody_is_stopped_for_what_only_may_be_bad(self):
        self.write("x.py", TLS)
        self.assertEqual(self.pave("scan", "--error", "x.py")[0], 1)
        self.write("catalog-info.yaml", "kind: Component\nmetadata: {name: shop}\n")
        self.assertEqual(self.only("x.py")["priority"], "defer…scheduled")
        self.assertEqual(self.pave("scan", "--error", "x.py")[0], 0)
        self.write("catalog-info.yaml", CATALOG)
        self.assertEqual(self.pave("scan", "--error", "x.py", "--as-of", "2026-04-01")[0], 1)

    def test_a_policy_of_ones_own_decides_and_stops(self):
        self.write("catalog-info.yaml", CATALOG)
        self.write("x.py", TLS)
        shutil.copytree(TABLES, self.folder / "policy")
        manifest = self.folder / "policy" / "policy.yaml"
        manifest.write_text(manifest.read_text().replace("immediate", "scheduled").replace("pave-first-party", "ours"))
        status, report = self.scan("x.py", "--policy", "policy")
        self.assertEqual(status, 1)
        self.assertEqual(report["results"][0]["extra"]["pave"]["decision"]["policy"]["id"], "ours")
        self.assertEqual(self.scan("x.py")[0], 0)

    def test_a_pinned_table_is_what_was_reviewed_or_nothing(self):
        shutil.copytree(TABLES, self.folder / "policy")
        table = self.folder / "policy" / "cve.csv"
        table.write_text(table.read_text().replace("0,no,isolated,no,partial,next-upgrade", "0,no,isolated,no,partial,60-days"))
        status, _, err = self.pave("policy", "test", "policy")
        self.assertEqual(status, 2)
        self.assertIn("policy/cve.csv: its SHA-256 is ", err)
        self.assertIn("not what policy.yaml pins", err)

    def test_ignorance_does_not_pay(self):
        self.write("x.py", TLS)
        self.write("catalog-info.yaml", "kind: Component\nmetadata: {name: shop}\n")
        words = ("scan", "--error", "x.py", "--ledger", "pave.db")
        self.assertEqual(self.pave(*words)[0], 0)
        self.assertEqual(self.pave(*words, "--as-of", "2099-01-01")[0], 1)

    def test_sarif_says_what_the_ledger_knows(self):
        self.write("x.py", CODE)
        self.pave("scan", "--ledger", "pave.db", "x.py")
        self.pave("findings", "dismiss", "PV-1", "--reason", "no digest", "--by", "me", "--ledger", "pave.db")
        self.write("y.py", "import hashlib\nd = hashlib.md5(b'x').hexdigest()  # pave: ignore weak-hash -- a test\n")
        out = self.pave("scan", "--ledger", "pave.db", "--format", "sarif", ".")[1]
        results = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]: r
                   for r in json.loads(out)["runs"][0]["results"]}
        self.assertEqual({uri: (r["baselineState"], r["suppressions"][0]["kind"]) for uri, r in results.items()},
                         {"x.py": ("unchanged", "external"), "y.py": ("new", "inSource")})
        self.assertIn("no digest", results["x.py"]["suppressions"][0]["justification"])
        if jsonschema and SARIF_SCHEMA.exists():
            jsonschema.validate(json.loads(out), json.loads(SARIF_SCHEMA.read_text()))

    def test_published_vulnerabilities_have_a_table_of_their_own(self):
        self.write("catalog-info.yaml", CATALOG.replace('    pave.dev/reviewed: "2026-03-01 by:team"\n', ""))
        self.write("requirements.txt", "old==1.0\n")
        self.write("kev.json", json.dumps({"vulnerabilities": [{"cveID": "CVE-2026-0001"}]}))
        location = {"physicalLocation": {"artifactLocation": {"uri": "requirements.txt"}, "region": {"startLine": 1}}}
        self.write("trivy.sarif", json.dumps({"version": "2.1.0", "runs": [{
            "tool": {"driver": {"name": "trivy"}},
            "results": [{"ruleId": f"CVE-2026-000{i}", "message": {"text": "old"}, "locations": [location]}
                        for i in (1, 2)]}]}))
        self.pave("findings", "import", "trivy.sarif", "--ledger", "pave.db", "--kev", "kev.json")
        entries = {json.loads(line)["rule"]: json.loads(line)
                   for line in self.pave("findings", "list", "--ledger", "pave.db", "--format", "json")[1].splitlines()}
        self.assertEqual(entries["CVE-2026-0001"]["priority"], "out-of-cycle…immediate")
        self.assertEqual(entries["CVE-2026-0002"]["priority"], "scheduled…immediate")
        self.assertEqual(entries["CVE-2026-0001"]["owner"], "team-shop")
        record = json.loads(self.pave("explain", "PV-1", "--ledger", "pave.db", "--format", "json")[1])
        self.assertEqual(record["cve"], "CVE-2026-0001")
        self.assertEqual([step[0] for step in record["path"]], ["cve"])
        self.assertIn("kev", {fact["f"] for fact in record["facts"]})
        same = self.pave("policy", "replay", TABLES, TABLES, "--ledger", "pave.db")[1]
        self.assertIn("0 of 2 findings move", same)

    def test_a_list_of_exploited_vulnerabilities_has_its_form(self):
        self.write("kev.json", "{}")
        self.write("x.sarif", json.dumps({"version": "2.1.0", "runs": []}))
        status, _, err = self.pave("findings", "import", "x.sarif", "--ledger", "pave.db", "--kev", "kev.json")
        self.assertEqual(status, 2)
        self.assertIn("kev.json: expected a list `vulnerabilities`", err)

    def test_stored_decisions_come_out_the_same_again(self):
        shutil.copytree(SOURCE / "examples" / "clinic", self.folder / "clinic")
        self.write("r.json", self.pave("scan", "--json", "clinic", "--as-of", "2026-11-01")[1])
        out = self.pave("policy", "replay", TABLES, TABLES, "--findings", "r.json")[1]
        self.assertTrue(out.startswith("0 of "), out)
        shutil.copytree(TABLES, self.folder / "lax")
        (self.folder / "lax" / "obligations.csv").unlink()
        out = self.pave("policy", "replay", TABLES, "lax", "--findings", "r.json")[1]
        self.assertIn("0 up, 2 down", out)
        self.assertIn("obligations - hipaa: phi store", self.pave("policy", "diff", TABLES, "lax")[1])


if __name__ == "__main__":
    unittest.main()
