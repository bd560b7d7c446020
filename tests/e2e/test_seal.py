#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keysets, policies and sealed data, from the command line."""
import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import unittest

from pave_program import PAVE, SOURCE, Case, clean_environment

POLICY = {
    "pave": "policy/1", "name": "clinic", "issued": "2026-01-01", "expires": "9000-01-01",
    "keysets": {"phi": "phi.keyset", "files": "files.keyset"},
    "purposes": [
        {"name": "phi.name", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": ["patient"]},
        {"name": "phi.scan", "keyset": "files", "suites": ["COBBLESTONE-256"], "context": ["patient"]},
    ],
}
SEALING = ["--policy", "policy.json", "--trust", "trust.txt", "--passphrase-file", "pw", "-c", "patient=p-17"]
NAME = [*SEALING, "-p", "phi.name"]
SCAN = [*SEALING, "-p", "phi.scan"]
# A key service in three lines: it keeps nothing, counts its calls, and turns text around.
PROGRAM = """#!%s
import sys
version, verb, keyset, text = sys.stdin.readline().split()
open("calls", "a").write(verb + "\\n")
print("ok", text[::-1])
"""


class Sealing(Case):
    def setUp(self):
        super().setUp()
        self.write("pw", "correct horse battery\n")
        self.keys("create", "signer.keyset", "--name", "signer", "--kind", "sign")
        self.keys("create", "phi.keyset", "--name", "phi")
        self.keys("create", "files.keyset", "--name", "files", "--kind", "stream")
        self.write("trust.txt", self.does("keys", "public", "signer.keyset"))
        self.sign(POLICY)

    def does(self, *words, **options):
        status, out, err = self.pave(*words, **options)
        self.assertEqual((status, err), (0, ""))
        return out

    def keys(self, *words):
        return self.does("keys", *words, "--passphrase-file", "pw")

    def sign(self, policy):
        self.write("policy.json", json.dumps(policy, indent=1))
        self.keys("policy", "policy.json", "--signer", "signer.keyset")

    def refuses(self, status, pattern, *words, **options):
        got, out, err = self.pave(*words, **options)
        self.assertRegex(err, pattern)
        self.assertEqual((got, out), (status, ""))

    def test_opens_what_it_sealed_and_nothing_else(self):
        sealed = self.does("seal", *NAME, "--text", stdin=b"Ada")
        self.write("value", sealed + "\n")
        self.assertTrue(sealed.startswith("pave1:"))
        self.assertEqual(self.does("open", *NAME, "value"), "Ada")
        other = [word.replace("p-17", "p-18") for word in NAME]
        self.refuses(3, "not sealed with this key and this context", "open", *other, "value")
        self.refuses(2, "--context patient=VALUE: the policy asks for it", "open", *NAME[:6], "-p", "phi.name", "value")
        self.refuses(2, "no such purpose", "open", *SEALING, "-p", "phi.nmae", "value")
        self.refuses(3, "not a value that Pave sealed", "open", *NAME, "pw")

    def test_files_and_pipes_give_the_same(self):
        data = os.urandom(1_000_000)
        self.write("scan", data)
        self.does("seal", *SCAN, "-o", "scan.pave", "scan")
        self.does("open", *SCAN, "-o", "back", "scan.pave")
        self.assertEqual((self.folder / "back").read_bytes(), data)
        self.does("seal", *SCAN, "-o", "piped.pave", stdin=data)
        self.does("open", *SCAN, "-o", "back", stdin=(self.folder / "piped.pave").read_bytes())
        self.assertEqual((self.folder / "back").read_bytes(), data)
        self.assertEqual(stat.S_IMODE((self.folder / "back").stat().st_mode), 0o600)
        self.assertRegex(self.does("inspect", "scan.pave"),
                         r"^scan.pave: version 1, COBBLESTONE-256, key [0-9a-f]{8}, 1000000 bytes\n$")

    def test_a_cut_file_is_refused_and_leaves_the_target_alone(self):
        self.write("scan", b"x" * 100_000)
        self.does("seal", *SCAN, "-o", "scan.pave", "scan")
        self.write("cut", (self.folder / "scan.pave").read_bytes()[:62 + 2 * 16400])
        self.write("target", "as it was")
        self.refuses(3, "not sealed with this key", "open", *SCAN, "-o", "target", "cut")
        self.refuses(3, "not sealed with this key", "open", *SCAN, "-o", "target",
                     stdin=(self.folder / "cut").read_bytes())
        self.assertEqual((self.folder / "target").read_text(), "as it was")
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(".")], [])

    def test_rotates_in_stages_without_losing_a_value(self):
        old = self.does("seal", *NAME, "--text", stdin=b"Ada")
        self.write("value", old)
        new = self.keys("rotate", "phi.keyset").strip()
        self.refuses(3, "not to be promoted before", "keys", "promote", "phi.keyset", new,
                     "--passphrase-file", "pw")
        new = self.keys("rotate", "phi.keyset", "--now").strip()
        self.keys("promote", "phi.keyset", new)
        self.assertEqual(self.does("open", *NAME, "value"), "Ada")
        self.assertEqual(self.does("reseal", *NAME, "value"), "value: sealed anew\n")
        self.assertEqual(self.does("reseal", *NAME, "value"), "value: is current\n")
        self.assertIn(f"key {new}", self.does("inspect", "value"))
        self.write("old", old)
        before = re.search(r"key (\w{8})", self.does("inspect", "old"))[1]
        self.keys("retire", "phi.keyset", before)
        self.refuses(3, "key [0-9a-f]{8} is disabled; `pave keys restore` brings it back", "open", *NAME, "old")
        self.keys("restore", "phi.keyset", before)
        self.assertEqual(self.does("open", *NAME, "old"), "Ada")
        self.refuses(3, "cannot become destroyed", "keys", "destroy", "phi.keyset", before,
                     "--passphrase-file", "pw")
        self.keys("retire", "phi.keyset", before)
        self.keys("destroy", "phi.keyset", before)
        self.assertRegex(self.does("keys", "list", "phi.keyset"), rf"{before}  destroyed")
        self.assertEqual(self.does("open", *NAME, "value"), "Ada")

    def test_a_file_that_is_renewed_stays_what_it_was(self):
        """Whoever reads a keyset, a policy or sealed data reads it after a rotation, too."""
        for name, words in (("value", NAME), ("scan", SCAN)):
            self.does("seal", *words, "-o", name, stdin=b"Ada")
        names = {"phi.keyset": 0o640, "files.keyset": 0o640, "policy.json": 0o644, "value": 0o660, "scan": 0o444}
        owner = (1, 2) if os.geteuid() == 0 else (os.geteuid(), os.getegid())
        (self.folder / "links").mkdir()
        for name, mode in names.items():
            path = self.folder / name
            os.chown(path, *owner)
            path.chmod(mode)
            (self.folder / "links" / name).symlink_to(f"../{name}")
        before = {name: (self.folder / name).read_bytes() for name in names}
        for keyset in ("phi.keyset", "files.keyset"):
            new = self.keys("rotate", f"links/{keyset}", "--now").strip()
            self.keys("promote", f"links/{keyset}", new)
        self.write("policy.json", json.dumps({**POLICY, "issued": "2026-01-02"}, indent=1))
        self.keys("policy", "links/policy.json", "--signer", "signer.keyset")
        self.assertIn("sealed anew", self.does("reseal", *NAME, "links/value"))
        self.assertIn("sealed anew", self.does("reseal", *SCAN, "links/scan"))
        for name, mode in names.items():
            with self.subTest(name):
                path = self.folder / name
                about = path.stat()
                self.assertEqual((stat.S_IMODE(about.st_mode), (about.st_uid, about.st_gid)), (mode, owner))
                self.assertTrue((self.folder / "links" / name).is_symlink())
                self.assertNotEqual(path.read_bytes(), before[name])
        self.assertEqual(self.does("open", *NAME, "value"), "Ada")
        self.assertEqual(self.does("open", *SCAN, "scan"), "Ada")

    def test_a_full_disk_is_said_of_the_file_that_it_is_on(self):
        self.write("scan", os.urandom(200_000))
        self.does("seal", *SCAN, "-o", "scan.pave", "scan")
        for words, target in ((["seal"], "other.pave"), (["open"], "other")):
            source = "scan" if words == ["seal"] else "scan.pave"
            script = f"ulimit -f 100; exec {PAVE} {words[0]} {' '.join(SCAN)} -o {target} {source}"
            done = subprocess.run(["sh", "-c", script], cwd=self.folder, capture_output=True, timeout=60, check=False,
                                  preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
            self.assertEqual((done.returncode, done.stderr), (3, f"pave: {target}: File too large\n".encode()))
            self.assertFalse((self.folder / target).exists())
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(".")], [])

    def test_what_is_no_file_is_not_sealed_anew(self):
        os.mkfifo(self.folder / "pipe")
        for name, why in (("pipe", "a named pipe, not a regular file"), ("links", "a folder, not a regular file"),
                          ("nowhere", "No such file or directory")):
            (self.folder / "links").mkdir(exist_ok=True)
            with self.subTest(name):
                self.refuses(2, f"^pave: {name}: {why}\n$", "reseal", *SCAN, name)
                self.refuses(2, f"^pave: {name}: {why}\n$", "inspect", name)
        self.refuses(2, "^pave: nowhere: No such file or directory\n$", "open", *SCAN, "nowhere")

    def test_wraps_by_program_and_parent(self):
        program = self.write("vault", PROGRAM % sys.executable)
        program.chmod(0o755)
        path = str(program)
        self.does("keys", "create", "top.keyset", "--name", "top", "--program", path)
        self.assertEqual((self.folder / "calls").read_text(), "wrap\n")
        self.does("keys", "check", "top.keyset", "--program", path)
        self.assertEqual((self.folder / "calls").read_text(), "wrap\nunwrap\n")
        self.keys("create", "parent.keyset", "--name", "parent")
        self.does("keys", "rewrap", "phi.keyset", "--passphrase-file", "pw", "--new-parent", "parent.keyset",
                  "--parent-passphrase-file", "pw")
        self.does("keys", "check", "phi.keyset", "--parent", "parent.keyset", "--parent-passphrase-file", "pw")
        self.refuses(3, "could not be unlocked", "keys", "check", "phi.keyset", "--passphrase-file", "pw")
        self.refuses(3, "no answer from the wrapping program", "keys", "check", "top.keyset", "--program", "/bin/false")
        deaf = self.write("deaf", f"#!{sys.executable}\nprint('error the service is away')\n")
        deaf.chmod(0o755)
        self.refuses(3, "the wrapping program refused", "keys", "check", "top.keyset", "--program", str(deaf))
        slow = self.write("slow", (PROGRAM % sys.executable) + "sys.stdout.flush()\nimport time\ntime.sleep(60)\n")
        slow.chmod(0o755)
        self.does("keys", "check", "top.keyset", "--program", str(slow))
        self.refuses(2, "could not be started", "keys", "check", "top.keyset", "--program", "nowhere")

    @unittest.skipUnless(shutil.which("openssl"), "needs the program openssl")
    def test_the_reference_program_wraps_with_rsa(self):
        made = subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072",
                               "-out", self.folder / "kek.pem"], capture_output=True, check=False, timeout=100)
        self.assertEqual(made.returncode, 0, made.stderr)
        program = str((SOURCE / "examples/wrapping/wrap-rsa").resolve())
        vault = {"env": clean_environment(PAVE_WRAP_KEY="kek.pem")}
        self.does("keys", "rewrap", "phi.keyset", "--passphrase-file", "pw", "--new-program", program, **vault)
        self.does("keys", "check", "phi.keyset", "--program", program, **vault)
        self.refuses(3, "the wrapping program refused", "keys", "check", "phi.keyset", "--program", program)
        # What was wrapped for one keyset is not taken for another.
        def asked(line):
            return subprocess.run([program], input=line, cwd=self.folder, capture_output=True, text=True, check=False,
                                  timeout=60, **vault).stdout
        wrapped = asked("pave-wrap/1 wrap phi " + "A" * 43 + "\n").split()[1]
        self.assertEqual(asked(f"pave-wrap/1 unwrap phi {wrapped}\n"), "ok " + "A" * 43 + "\n")
        self.assertRegex(asked(f"pave-wrap/1 unwrap files {wrapped}\n"), "^error ")
        self.assertRegex(asked(f"pave-wrap/2 unwrap phi {wrapped}\n"), "^error expected pave-wrap/1")

    def test_a_policy_counts_only_when_signed_and_in_time(self):
        sealed = self.does("seal", *NAME, "--text", stdin=b"Ada")
        self.write("value", sealed)
        good = (self.folder / "policy.json").read_text()
        self.write("policy.json", good.replace("phi.name", "phi.game"))
        self.refuses(2, "not signed by the key", "open", *NAME, "value")
        self.write("policy.json", json.dumps(POLICY))
        self.refuses(2, "not signed", "open", *NAME, "value")
        self.sign({**POLICY, "expires": "2026-01-02"})
        self.refuses(2, "has expired", "open", *NAME, "value")
        self.sign({**POLICY, "purposes": []})
        self.refuses(2, "no such purpose", "open", *NAME, "value")
        self.write("policy.json", good)
        self.write("trust.txt", "pave-policy-key:" + "A" * 43)
        self.refuses(2, "not signed by the key", "open", *NAME, "value")

    def test_a_changed_keyset_is_refused(self):
        good = (self.folder / "phi.keyset").read_text()
        for change in (good.replace('"primary"', '"active"'), good.replace("1099511627776", "1099511627777"),
                       good.replace('"revision":1', '"revision":2')):
            self.assertNotEqual(change, good)
            self.write("phi.keyset", change)
            self.refuses(3, "could not be unlocked", "keys", "check", "phi.keyset", "--passphrase-file", "pw")
        self.write("phi.keyset", good.replace('"argon2id-kib":65536', '"argon2id-kib":99999999'))
        self.refuses(3, "at most", "keys", "check", "phi.keyset", "--passphrase-file", "pw")
        self.refuses(2, "File exists", "keys", "create", "phi.keyset", "--name", "phi", "--passphrase-file", "pw")

    def test_two_who_change_a_keyset_wait_for_each_other(self):
        words = [os.environ["PAVE"], "keys", "rotate", "phi.keyset", "--passphrase-file", "pw"]
        both = [subprocess.Popen(words, cwd=self.folder, stdout=subprocess.PIPE) for _ in range(4)]
        ids = {one.communicate(timeout=60)[0].decode().strip() for one in both}
        listed = self.does("keys", "list", "phi.keyset")
        self.assertEqual(len(ids), 4)
        self.assertTrue(all(one in listed for one in ids))
        self.assertIn("revision 5", listed)


if __name__ == "__main__":
    unittest.main()
