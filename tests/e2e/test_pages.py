#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Help, manual pages and completions: golden files, and what their own readers say of them."""
import shutil
import subprocess
import unittest

from pave_program import Case

COMMANDS = ["scan", "fix", "test", "rules", "explain", "prove", "findings", "policy", "inventory", "completion", "help",
            "version"]


class Pages(Case):
    maxDiff = None

    def page(self, *words):
        status, out, err = self.pave(*words)
        self.assertEqual((status, err), (0, ""))
        return out

    def test_help_is_as_it_was(self):
        self.check_golden("cli/help.txt", self.page("help"))
        for command in COMMANDS:
            self.check_golden(f"cli/help-{command}.txt", self.page("help", command))

    def test_manual_pages_are_as_they_were(self):
        self.check_golden("cli/pave.1", self.page("help", "--man"))
        for command in COMMANDS:
            self.check_golden(f"cli/pave-{command}.1", self.page("help", "--man", command))

    def test_completions_are_as_they_were(self):
        for shell in ("bash", "zsh", "fish"):
            self.check_golden(f"cli/completion.{shell}", self.page("completion", shell))

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_mandoc_has_nothing_to_say_of_the_pages(self):
        for words in [[], *([command] for command in COMMANDS)]:
            page = self.page("help", "--man", *words)
            done = subprocess.run(["mandoc", "-Tlint", "-Wwarning"], input=page.encode(),
                                  capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stdout.decode()), (0, ""), words)

    def check_syntax(self, shell, *command):
        if not shutil.which(shell):
            self.skipTest(f"{shell} is not installed")
        script = self.write("script", self.page("completion", shell))
        done = subprocess.run([*command, script], capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_bash_reads_its_completion(self):
        self.check_syntax("bash", "bash", "-n")

    def test_zsh_reads_its_completion(self):
        self.check_syntax("zsh", "zsh", "-n")

    def test_fish_reads_its_completion(self):
        self.check_syntax("fish", "fish", "--no-execute")

    def complete(self, *words):
        """What bash offers for the last of `words`."""
        script = self.write("script", self.page("completion", "bash"))
        quoted = " ".join(f"'{word}'" for word in words)
        done = subprocess.run(
            ["bash", "-c", f"source {script}; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; "
             "_pave; printf '%s\\n' \"${COMPREPLY[@]}\""],
            capture_output=True, check=True, cwd=self.folder)
        return done.stdout.decode().split()

    @unittest.skipUnless(shutil.which("bash"), "bash is not installed")
    def test_bash_completes_commands_options_values_and_paths(self):
        self.assertEqual(self.complete("pave", "sc"), ["scan"])
        self.assertEqual(self.complete("pave", "scan", "--form"), ["--format"])
        self.assertEqual(self.complete("pave", "scan", "--format", "s"), ["sarif"])
        self.assertEqual(self.complete("pave", "completion", ""), ["bash", "zsh", "fish"])
        self.assertEqual(self.complete("pave", "scan", "rul"), ["rule.yaml"])

    def test_refuses_another_shell(self):
        self.assertEqual(self.pave("completion", "tcsh")[0], 2)
        self.assertEqual(self.pave("completion")[0], 2)


if __name__ == "__main__":
    unittest.main()
