#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The example organisation: what a newcomer sees first is a golden file, in each format."""
import json
import re
import unittest

from pave_program import SOURCE, Case


class Clinic(Case):
    maxDiff = None

    def scan_clinic(self, *words):
        status, out, err = self.pave("scan", "examples/clinic", "--as-of", "2026-11-01", *words, cwd=SOURCE)
        self.assertEqual((status, err), (0, ""))
        return out

    def test_text_is_as_it_was(self):
        self.check_golden("clinic/scan.txt", re.sub(r"with \d+ rules", "with N rules", self.scan_clinic()))

    def test_results_are_as_they_were(self):
        results = json.loads(self.scan_clinic("--format", "json"))["results"]
        lines = [f"{r['path']}:{r['start']['line']}:{r['start']['col']}-{r['end']['line']}:{r['end']['col']} "
                 f"{r['check_id']} {r['extra']['pave']['priority']} {r['extra'].get('fix', '-')}\n" for r in results]
        self.check_golden("clinic/results.txt", "".join(lines))

    def test_the_same_line_matters_where_it_matters(self):
        results = json.loads(self.scan_clinic("--format", "json"))["results"]
        verify = {r["extra"]["pave"]["service"]: r["extra"]["pave"]["priority"] for r in results
                  if r["check_id"].endswith("/weak-hash")}
        self.assertEqual(verify["newsletter"], "defer")
        self.assertEqual(verify["portal"], "scheduled")

    def test_what_is_done_right_is_left_alone(self):
        paths = {r["path"] for r in json.loads(self.scan_clinic("--format", "json"))["results"]}
        self.assertFalse([p for p in paths if "vitals" in p or "ClaimArchive" in p])

    def test_no_service_is_left_without_a_finding_but_the_one_that_does_it_right(self):
        results = json.loads(self.scan_clinic("--format", "json"))["results"]
        services = {r["extra"]["pave"]["service"] for r in results}
        self.assertEqual(services, {"claims", "lab-gateway", "newsletter", "portal", "records"})


if __name__ == "__main__":
    unittest.main()
