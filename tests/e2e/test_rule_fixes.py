#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The fixes of the shipped rules, each on the rule's own bad example.

A fix is only worth offering when the file still parses, the rule is quiet afterwards, and no name
stands there that nothing defines.
"""
import json
import re
import shutil
import subprocess
import sys
import unittest

from pave_program import SOURCE, Case

PHP = {"LDAP_OPT_X_TLS_DEMAND", "escapeshellarg", "ldap_escape", "LDAP_ESCAPE_FILTER",
       "OPENSSL_PKCS1_OAEP_PADDING", "htmlspecialchars", "basename", "hash", "hash_file", "hash_equals", "random_int",
       "random_bytes", "bin2hex", "true", "PHP_INT_MAX",
       "STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT", "CURL_SSLVERSION_TLSv1_2"}
# Each from the header that the name which it replaces is from.
C = {"EVP_sha256", "CALG_SHA_256", "RSA_PKCS1_OAEP_PADDING", "TLS_client_method", "TLS_server_method", "TLS1_2_VERSION",
     "XML_PARSE_NONET", "NID_X9_62_prime256v1", "RAND_bytes", "CURL_SSLVERSION_TLSv1_2", "MBEDTLS_SSL_VERIFY_REQUIRED",
     "SSL_VERIFY_PEER", "WOLFSSL_VERIFY_PEER", "wolfTLSv1_2_client_method", "MBEDTLS_SSL_MINOR_VERSION_3"}
BROUGHT = {'import "crypto/sha256"': {"sha256"}, "#include <pave/pave.h>": {"pave_equal"},
           'require "securerandom"': {"SecureRandom"}, 'require "shellwords"': {"Shellwords"}}
FIXING = sorted(path.parent for path in (SOURCE / "rules").glob("*/*/rule.yaml")
                if re.search(r"(?m)^    fix(-regex)?:", path.read_text(encoding="utf-8")))
TEXTS = re.compile(r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'")
CHECKERS = {".py": [sys.executable, "-c", "import ast, sys; ast.parse(open(sys.argv[1]).read())"], ".php": ["php", "-l"],
            ".rb": ["ruby", "-c"],
            ".go": ["gofmt", "-l"], ".sh": ["bash", "-n"], ".js": ["node", "--check"],
            ".c": ["gcc", "-std=c17", "-fsyntax-only", "-w", "-Werror=implicit-function-declaration",
                   f"-I{SOURCE}/include"]}
SETTINGS = {"ansible", "nginx", "apache", "terraform", "kubernetes", "docker", "bash"}
# What a language, or the header that the old name came from, brings along; packages by their whole name.
KNOWN = {"java": {"java", "javax"}, "kotlin": {"java", "javax"}, "csharp": {"System", "SHA256", "null"}, "php": PHP, "c": C,
         "ruby": {"random", "OpenSSL", "ERB", "File"}, "scala": {"java", "scala"},
         "rust": {"std"},
         "javascript": {"pave", "Buffer", "String", "secure", "crypto", "Uint32Array"},
         "python": {"mgf", "algorithm", "label", "curve", "count"}}
WORDS = {"new", "require", "true", "false", "True", "False", "null", "nil", "None"}


def import_lines(rule):
    """What the rule's fixes put at the head of a file."""
    text = (rule / "rule.yaml").read_text(encoding="utf-8")
    return "\n".join(line.strip("'") for line in re.findall(r"(?m)^ +(?:fix-)?import: (.*)$", text))


def imported(lines):
    """The names that lines such as `import a`, `const a = …` and `import a from …` bring."""
    brought = set(re.findall(r"(?m)^'?\s*(?:import|const|from \S+ import) (\w+)", lines))
    for line, names in BROUGHT.items():
        brought |= names if line in lines else set()
    return brought | free_names(lines)


def free_names(text):
    """The names that are not looked up in another: `b` of `a.b` belongs to `a`."""
    return set(re.findall(r"(?<![\w.$:])[A-Za-z_]\w*", TEXTS.sub('""', text)))


class RuleFixes(Case):
    def found(self, rule, name):
        status, out, _ = self.pave("scan", "--rules", rule, "--format", "json", name)
        self.assertEqual(status, 0)
        told = json.loads(out)
        return told["results"], told["errors"]

    def check(self, rule):
        bad = next(path for path in rule.glob("bad.*"))
        before = bad.read_text(encoding="utf-8")
        path = self.write(bad.name, before)
        results, broken_before = self.found(rule, bad.name)
        self.assertTrue([r for r in results if "fix" in r["extra"]], "the fix is offered nowhere")
        left = [r["extra"]["lines"] for r in results if "fix" not in r["extra"]]
        for _ in range(3):
            self.pave("scan", "--rules", rule, "--autofix", bad.name)
        after = path.read_text(encoding="utf-8")
        results, broken_after = self.found(rule, bad.name)
        self.assertEqual(len(broken_after), len(broken_before), f"the file no longer parses:\n{after}")
        self.assertEqual([r["extra"]["lines"] for r in results], left, "the rule still fires")
        new = free_names(after) - free_names(before) - KNOWN.get(rule.parent.name, set()) - WORDS
        new -= imported(import_lines(rule))
        if rule.parent.name not in SETTINGS:  # they have no names of their own
            self.assertEqual(new, set(), "nothing defines these names")
        self.check_syntax(bad, path, after)

    def check_syntax(self, bad, path, after):
        """By the language itself, where it is at hand and could read the file before."""
        program = CHECKERS.get(bad.suffix)
        if not program or not shutil.which(program[0]):
            return
        before, done = (subprocess.run([*program, str(one)], capture_output=True, text=True, timeout=60, check=False)
                        for one in (bad, path))
        if before.returncode == 0:
            self.assertEqual(done.returncode, 0, f"{done.stderr}\n{after}")

    def test_every_fix_puts_its_bad_example_right(self):
        self.assertGreater(len(FIXING), 10)
        for rule in FIXING:
            with self.subTest(rule=f"{rule.parent.name}/{rule.name}"):
                self.check(rule)

    def test_a_fix_never_stands_where_the_good_example_is(self):
        for rule in FIXING:
            good = next(path for path in rule.glob("good.*"))
            path = self.write(good.name, good.read_text(encoding="utf-8"))
            self.pave("scan", "--rules", rule, "--autofix", good.name)
            self.assertEqual(path.read_text(encoding="utf-8"), good.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
