#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""libpave as those who use it have it: headers, exported names, an installed copy."""
import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from pave_program import Case

SOURCE = Path(os.environ.get("PAVE_SOURCE_DIR", ".")).resolve()
BUILD = Path(os.environ.get("PAVE_BUILD_DIR", ".")).resolve()
HEADERS = sorted((SOURCE / "include" / "pave").glob("*.h"))
# Each of these is a way to hold the library wrong, and must not compile.
MISUSES = {
    "a result that is dropped": "pave_seal(key, \"x\", 1, &field, 1, &out);",
    "a seal without a context": "return pave_seal(key, \"x\", 1, &out);",
    "a library where a key is wanted": "return pave_seal((struct pave_library *)0, \"x\", 1, &field, 1, &out);",
    "text where a field is wanted": "return pave_seal(key, \"x\", 1, \"patient=1\", 1, &out);",
    "a key made on the stack": "struct pave_key mine; return pave_open(&mine, \"x\", 1, &field, 1, &out);",
    "bytes where a key is wanted": "return pave_seal(\"0123456789abcdef\", \"x\", 1, &field, 1, &out);",
    "a nonce of one's own": "return pave_seal(key, \"nonce\", 5, \"x\", 1, &field, 1, &out);",
    "a status taken for a truth": "bool is_open = pave_open(key, \"x\", 1, &field, 1, &out) == true; (void)is_open;"
                                  " pave_open(key, \"x\", 1, &field, 1, &out);",
    "a comparison that is dropped": "pave_equal(\"a\", \"b\", 1);",
    "a verification that is dropped": "pave_verify((struct pave_trust *)0, \"a\", \"d\", \"x\", 1, out.p);",
    "a password that is not looked at": "char new[PAVE_PASSWORD_TEXT]; pave_password_verify(\"x\", 1, \"y\", NULL, new);",
    "a stream that is not finished": "pave_writer_finish((struct pave_writer *)0);",
    "a stream's end that is not checked": "pave_reader_close((struct pave_reader *)0);",
    "randomness that may be missing": "pave_random_bytes(out.p, 1);",
    "a seed": "return pave_random_bytes(out.p, 1, 42);",
    "a signature without a domain": "return pave_sign((struct pave_identity *)0, \"x\", 1, out.p);",
    "a token verified without rules": "return pave_jwt_verify((struct pave_jwks *)0, \"x\", 1, &out, NULL);",
    "a public key where a secret one is wanted": "return pave_sign((struct pave_trust *)0, \"d\", \"x\", 1, out.p);",
    "the bytes of a secret printed": "return pave_secret_size(key) ? PAVE_OK : PAVE_IO;",
    "a batch that is not looked at": "pave_seal_batch(key, (struct pave_item *)0, 0);",
    "a message opened without saying what is expected": "return pave_msg_open((struct pave_identity *)0, (struct pave_trust *)0,"
                                                        " out.p, 1, (struct pave_received *)0);",
    "a token issued without an audience": "return pave_token_issue(key, \"{}\", 2, &out, NULL);",
    "text where a token's key is wanted": "return pave_paseto_issue(\"k4.local.x\", \"{}\", 2, NULL, &out);",
    "an index asked for by a key": "struct pave_index_token t; return pave_index_token(key, &field, 1, &t);",
    "a derived key that may be missing": "uint32_t id = 0; struct pave_secret *s; pave_derive(key, &id, &field, 1, 32, &s);",
    "a derived key without its use": "uint32_t id = 0; struct pave_secret *s; return pave_derive(key, &id, 32, &s);",
    "a keyset's change that is not looked at": "pave_keyset_rotate(\"x\", NULL, 0, NULL, NULL);",
    "a subject's secret for a key": "struct pave_subject who; return pave_seal(&who, \"x\", 1, &field, 1, &out);",
    "a file sealed without a job": "return pave_file_seal(key, \"in\", \"out\");",
}
PROGRAM = """#include <pave/pave.h>
enum pave_status use(struct pave_key *key);
enum pave_status use(struct pave_key *key)
{
    struct pave_field field = pave_field_text("patient", "p-17");
    struct pave_bytes out = PAVE_BYTES_INIT;
    (void)field; (void)out; (void)key;
    %s
    return PAVE_OK;
}
"""


def symbols():
    return [line for line in (SOURCE / "tools/libpave.symbols").read_text().split() if line]


class Library(Case):
    def run_tool(self, *words):
        return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, timeout=120)

    def test_headers_are_c99_and_cpp11(self):
        for header in HEADERS:
            for words in (["gcc", "-std=c99", "-x", "c"], ["g++", "-std=c++11", "-x", "c++"]):
                if not shutil.which(words[0]):
                    self.skipTest(f"no {words[0]}")
                done = self.run_tool(*words, "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only",
                                     "-I", SOURCE / "include", header)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_exports_what_the_list_says(self):
        library = BUILD / "libpave.so"
        if not library.exists():
            self.skipTest("no shared library in this build")
        done = self.run_tool("nm", "-D", "--defined-only", library)
        names = {line.split()[-1].split("@")[0] for line in done.stdout.splitlines() if " T " in line}
        self.assertEqual(sorted(name for name in names if not name.startswith("_")), symbols())

    def test_the_list_is_what_the_headers_declare(self):
        declared = set()
        for header in HEADERS:
            text = re.sub(r"/\*.*?\*/", "", header.read_text(), flags=re.S)
            declared |= set(re.findall(r"PAVE_API[^;]*?\b(pave_\w+)\(", text))
        self.assertEqual(sorted(declared), symbols())

    def test_every_function_has_a_manual_page(self):
        pages = BUILD / "libpave-man"
        if not (pages / "libpave_pave.3").exists():
            self.skipTest("this build made no manual pages")
        for name in symbols():
            leads_to = re.fullmatch(r"\.so man3/(libpave_\w+\.3)\n", (pages / f"{name}.3").read_text())
            self.assertTrue(leads_to, name)
            self.assertIn(f"{name}(", (pages / leads_to[1]).read_text().replace("\\-", "-"))
        if not shutil.which("groff"):
            self.skipTest("no groff to format them")
        for page in sorted(pages.glob("libpave_*.3")):
            done = self.run_tool("groff", "-Kutf8", "-man", "-ww", "-Tutf8", "-z", page)
            self.assertEqual((done.returncode, done.stderr), (0, ""), page)

    def test_misuse_does_not_compile(self):
        for language in (["gcc", "-std=c99"], ["g++", "-std=c++11", "-x", "c++"]):
            words = [*language, "-Werror", "-Wall", "-c", "-o", os.devnull, "-I", SOURCE / "include"]
            good = self.write("good.c", PROGRAM % "")
            self.assertEqual(self.run_tool(*words, good).returncode, 0)
            for name, line in MISUSES.items():
                bad = self.write("bad.c", PROGRAM % line)
                self.assertNotEqual(self.run_tool(*words, bad).returncode, 0, name)

    def test_it_is_built_and_installed_alone(self):
        """With nothing of the scanner: no grammars, and two libraries beneath it."""
        if not shutil.which("cmake") or not shutil.which("ninja"):
            self.skipTest("no cmake and ninja")
        build, usr = self.folder / "build", self.folder / "usr"
        steps = (["cmake", "-G", "Ninja", "-S", SOURCE, "-B", build, "-DPAVE_LIBRARY_ONLY=ON",
                  "-DPAVE_GRAMMAR_DIR=/nonexistent", "-DCMAKE_BUILD_TYPE=Debug", f"-DCMAKE_INSTALL_PREFIX={usr}"],
                 ["cmake", "--build", build], ["cmake", "--install", build])
        for words in steps:
            done = self.run_tool(*words)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.write("app.c", PROGRAM % "return pave_version()[0] ? PAVE_OK : PAVE_IO;" +
                   "int main(void) { return use(NULL) == PAVE_OK ? 0 : 1; }\n")
        found = dict(os.environ, PKG_CONFIG_PATH=str(next(usr.rglob("pkgconfig"))))
        for more in ([], ["--static"]):
            words = subprocess.run(["pkg-config", *more, "--cflags", "--libs", "pave"], env=found, check=True,
                                   capture_output=True, text=True).stdout.split()
            library = next(usr.rglob("libpave.so")).parent
            done = self.run_tool("cc", "-o", self.folder / "app", self.folder / "app.c", *words, f"-Wl,-rpath,{library}")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(self.run_tool(self.folder / "app").returncode, 0)
        self.write("project/CMakeLists.txt", "cmake_minimum_required(VERSION 3.25)\nproject(app C)\n"
                   "find_package(pave REQUIRED)\nadd_executable(app ../app.c)\n"
                   "target_link_libraries(app pave::pave)\nadd_executable(app_static ../app.c)\n"
                   "target_link_libraries(app_static pave::static)\n")
        for words in (["cmake", "-G", "Ninja", "-S", self.folder / "project", "-B", self.folder / "made",
                       f"-DCMAKE_PREFIX_PATH={usr}"], ["cmake", "--build", self.folder / "made"],
                      [self.folder / "made/app"], [self.folder / "made/app_static"]):
            done = self.run_tool(*words)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        page = next(usr.rglob("pave_seal.3"))
        self.assertIn("libpave_seal", page.read_text())


if __name__ == "__main__":
    unittest.main()
