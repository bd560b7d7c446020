#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files, folders and devices that are not as they should be: a clear answer, and nothing lost."""
import os
import resource
import subprocess
import unittest

from pave_program import BAD, GOOD, PAVE, SECONDS_MAX, Case, clean_environment

FOUND = "a.py"


class BadInput(Case):
    def setUp(self):
        super().setUp()
        self.write(FOUND, BAD)

    def finds_the_other_file(self, out):
        self.assertIn("no-eval", out)
        self.assertIn("a.py", out)

    def test_reports_an_unreadable_file_and_goes_on(self):
        self.write("secret.py", BAD).chmod(0)
        status, out, err = self.scan(".", **self.kept_from_reading())
        self.assertEqual(status, 3)
        self.finds_the_other_file(out)
        self.assertRegex(err, r"(?m)^pave: secret\.py: could not be read: Permission denied$")

    def test_reads_what_is_not_utf8(self):
        self.write("latin.py", b"# caf\xe9\n" + BAD.encode())
        status, out, _ = self.scan("latin.py")
        self.assertEqual(status, 0)
        self.assertIn("1 concern", out)

    def test_leaves_out_a_large_file_and_says_so(self):
        self.write("large.py", BAD + "x = 1\n" * 10_000_000)
        status, out, _ = self.scan("--list-skipped", ".")
        self.assertEqual(status, 0)
        self.finds_the_other_file(out)
        self.assertIn("large.py: larger than the limit", out)

    def test_survives_deep_nesting(self):
        for name, text in (("brackets.py", "x = " + "(" * 100_000 + ")" * 100_000 + "\n"),
                           ("lists.py", "x = " + "[" * 100_000 + "\n"),
                           ("calls.py", "x = " + "f(" * 100_000 + "eval(1)" + ")" * 100_000 + "\n"),
                           ("Deep.java", "class A { int x = " + "-" * 100_000 + "1; }\n")):
            self.write(name, text)
        status, out, _ = self.scan(".")
        self.assertIn(status, (0, 3))
        self.finds_the_other_file(out)

    def test_does_not_follow_links_in_circles(self):
        (self.folder / "loop").mkdir()
        (self.folder / "loop" / "up").symlink_to("..")
        (self.folder / "self").symlink_to("self")
        status, out, _ = self.scan(".")
        self.assertEqual(status, 0)
        self.assertIn("1 concern", out)

    def test_does_not_wait_for_a_pipe(self):
        os.mkfifo(self.folder / "pipe.py")
        status, out, _ = self.scan("--list-skipped", ".")
        self.assertEqual(status, 0)
        self.finds_the_other_file(out)
        self.assertIn("pipe.py: not a regular file", out)

    def test_says_that_an_empty_folder_holds_nothing(self):
        (self.folder / "empty").mkdir()
        status, _, err = self.scan("empty")
        self.assertEqual(status, 0)
        self.assertIn("nothing to scan", err)

    def test_leaves_out_a_binary_file(self):
        self.write("binary.py", b"\x7fELF\x00\x00" + BAD.encode())
        status, out, _ = self.scan("--list-skipped", ".")
        self.assertEqual(status, 0)
        self.assertIn("binary.py: binary", out)

    def test_takes_names_with_odd_bytes(self):
        self.write(os.fsdecode(b"caf\xe9 \x1b[31m\n.py"), BAD)
        status, out, _ = self.scan(".")
        self.assertEqual(status, 0)
        self.assertIn("2 concerns", out)
        self.assertNotIn("\x1b", out)

    def test_keeps_the_old_output_when_the_disk_is_full(self):
        report = self.write("report.json", "the old report")

        def fill_disk():
            # What is written past this size fails as on a full disk.
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

        status, out, err = self.scan("--json", "--output", report, preexec_fn=fill_disk)
        self.assertEqual((status, out), (3, ""))
        self.assertIn("report.json", err)
        self.assertEqual(report.read_text(), "the old report")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()),
                         ["a.py", "report.json", "rule.yaml"])

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_says_that_standard_output_is_full(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PAVE, "scan", "--rules", "rule.yaml"], stdout=full, check=False,
                                  stderr=subprocess.PIPE, cwd=self.folder, timeout=SECONDS_MAX,
                                  env=clean_environment())
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr.decode(), r"^pave: .+\n$")

    def test_replaces_the_output(self):
        report = self.write("report.txt", "the old report")
        status, out, _ = self.scan("--output", report)
        self.assertEqual((status, out), (0, ""))
        self.finds_the_other_file(report.read_text())

    def test_bears_a_reader_that_leaves(self):
        for i in range(2000):
            self.write(f"many/f{i}.py", BAD)
        with subprocess.Popen([PAVE, "scan", "--rules", "rule.yaml"], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, cwd=self.folder, env=clean_environment()) as run:
            run.stdout.read(1)
            run.stdout.close()
            self.assertEqual(run.stderr.read(), b"")
            self.assertIn(run.wait(SECONDS_MAX), (0, 1))

    def test_scans_standard_input_under_a_name(self):
        for words in (["--stdin", "--path", "app.py"], ["--path", "app.py", "-"]):
            status, out, _ = self.scan("--error", *words, stdin=BAD.encode())
            self.assertEqual(status, 1)
            self.assertIn("app.py", out)
            self.assertEqual(self.scan("--error", *words, stdin=GOOD.encode())[0], 0)

    def test_refuses_a_text_that_is_too_large_to_look_at(self):
        large = BAD.encode() + b"# x\n" * 500
        status, out, err = self.scan("--stdin", "--path", "app.py", "--max-file-size", "1k", stdin=large)
        self.assertEqual((status, out), (3, ""))
        self.assertEqual(err, "pave: standard input: larger than 1024 bytes; --max-file-size takes more\n")
        status, out, err = self.scan("--error", "--stdin", "--path", "app.py", "--max-file-size", "5k", "--quiet", stdin=large)
        self.assertEqual((status, err), (1, ""))

    def test_says_how_to_scan_a_large_file(self):
        self.write("large.py", BAD * 60000)
        status, out, err = self.scan("large.py")
        self.assertEqual(status, 0)
        self.assertIn("large.py: larger than the limit: 1000000 bytes\n", out)
        self.assertIn("--max-file-size takes larger ones", err)

    def test_says_where_the_results_could_not_be_written(self):
        self.write("app.py", BAD)
        with open("/dev/full", "wb") as full:
            run = subprocess.run([PAVE, "scan", "--rules", "rule.yaml"], stdout=full, stderr=subprocess.PIPE, check=False,
                                 cwd=self.folder, env=clean_environment(), timeout=SECONDS_MAX)
        self.assertEqual((run.returncode, run.stderr), (3, b"pave: standard output: No space left on device\n"))

    def test_finds_the_same_however_often_and_on_however_many_threads(self):
        for i in range(60):
            self.write(f"many/f{i}.py", BAD * (i % 4 + 1))
        answers = {self.scan("--json", *words)[1] for words in
                   (["-j1"], ["-j4"], ["-j4"], ["-j13"], ["-j2", "--full"])}
        # The time is told on the error stream only, so that reports can be compared.
        self.assertEqual(len(answers), 1)


class Exit(Case):
    def test_blocks_only_when_asked_to(self):
        self.write("a.py", BAD)
        self.assertEqual(self.scan()[0], 0)
        self.assertEqual(self.scan("--error")[0], 1)
        self.write("a.py", GOOD)
        self.assertEqual(self.scan("--error")[0], 0)

    def test_a_suppressed_finding_does_not_block(self):
        self.write("a.py", "eval(x)  # pave: ignore no-eval -- x is ours\n")
        self.assertEqual(self.scan("--error")[0], 0)
        self.assertIn("x is ours", self.scan("--show-suppressed")[1])

    def test_a_suppression_without_a_reason_is_pointed_out(self):
        self.write("a.py", "eval(x)  # pave: ignore no-eval\n")
        status, _, err = self.scan("--error")
        self.assertEqual(status, 1)
        self.assertRegex(err, r"^pave: a\.py:1: .*reason")

    def test_severity_narrows_what_blocks(self):
        self.write("rule.yaml", "rules:\n  - {id: r, languages: [python], severity: INFO, message: m, pattern: eval($X)}\n")
        self.write("a.py", BAD)
        self.assertEqual(self.scan("--error")[0], 1)
        self.assertEqual(self.scan("--error", "--severity", "warning")[0], 0)

    def test_include_and_exclude_narrow_the_files(self):
        self.write("a.py", BAD)
        self.write("b/c.py", BAD)
        self.assertIn("2 concerns", self.scan()[1])
        self.assertIn("1 concern:", self.scan("--include", "b/*.py")[1])
        self.assertIn("1 concern:", self.scan("--exclude", "b")[1])

    def test_searches_for_one_pattern(self):
        self.write("a.py", BAD)
        status, out, _ = self.pave("scan", "-l", "python", "-e", "eval($X)", "--error")
        self.assertEqual(status, 1)
        self.assertIn("a.py:2", out)
        self.assertEqual(self.pave("scan", "-l", "python", "-e", "eval(((")[0], 2)
        self.assertEqual(self.pave("scan", "-l", "cobol", "-e", "x")[0], 2)


if __name__ == "__main__":
    unittest.main()
