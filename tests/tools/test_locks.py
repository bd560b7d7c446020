# SPDX-License-Identifier: Apache-2.0
"""What comes from outside is pinned: exact versions, a hash for each package, no addresses."""
import json
import os
import re
import unittest
from pathlib import Path

ROOT = Path(os.environ.get("PAVE_SOURCE_DIR", Path(__file__).resolve().parents[2]))
GRAMMARS = ROOT / "third_party" / "grammars"
PEERS = ROOT / "third_party" / "peers"
FOLDERS = [GRAMMARS, ROOT / "third_party" / "schemas", PEERS]


def read(path):
    return json.loads(path.read_text())


def grammars():
    lines = (GRAMMARS / "GRAMMARS").read_text().splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


class Locks(unittest.TestCase):
    def test_versions_are_exact(self):
        for folder in FOLDERS:
            for name, version in read(folder / "package.json")["dependencies"].items():
                self.assertRegex(version, r"^\d+\.\d+\.\d+(-[\w.]+)?$", f"{folder.name}: {name}")

    def test_every_package_has_a_hash_and_no_address(self):
        for folder in FOLDERS:
            packages = read(folder / "package-lock.json")["packages"]
            for name, package in packages.items():
                self.assertNotIn("resolved", package, name)
                if name:
                    self.assertTrue(package["integrity"].startswith("sha512-"), name)

    def test_the_lock_is_of_the_package_file(self):
        for folder in FOLDERS:
            lock = read(folder / "package-lock.json")["packages"]
            wanted = read(folder / "package.json")["dependencies"]
            self.assertEqual(lock[""]["dependencies"], wanted)
            for name, version in wanted.items():
                self.assertEqual(lock[f"node_modules/{name}"]["version"], version)

    def test_packages_of_python_are_pinned_by_hash(self):
        lines = (PEERS / "requirements.txt").read_text().replace("\\\n", " ").splitlines()
        for line in (line for line in lines if line and not line.startswith("#")):
            self.assertRegex(line, r"^[\w-]+==[\d.]+( +--hash=sha256:[0-9a-f]{64})+$")

    def test_no_script_of_a_package_is_run(self):
        for folder in FOLDERS:
            self.assertIn("ignore-scripts=true", (folder / ".npmrc").read_text().splitlines())

    def test_every_grammar_is_of_a_package_that_is_pinned(self):
        wanted = read(GRAMMARS / "package.json")["dependencies"]
        for name, package, folder in grammars():
            self.assertRegex(name, r"^[a-z_]+$")
            self.assertIn(package, wanted)
            self.assertIsNone(re.search(r"\.\.|^/", folder))
        self.assertEqual(set(wanted), {package for _, package, _ in grammars()} | {"tree-sitter"})


if __name__ == "__main__":
    unittest.main()
