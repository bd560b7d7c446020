# SPDX-License-Identifier: Apache-2.0
"""node_binding: the package of bindings/node as this build made it, and a clinic to use it in."""
import os
import shutil
import unittest
from pathlib import Path

from pave_program import PAVE, clean_environment
from python_binding import BUILD, SOURCE, BindingCase, is_sanitized, run

PACKAGE = BUILD / "node/pave"
TESTS = SOURCE / "bindings/node/test"
NODE = shutil.which("node") or ""
# AddressSanitizer refuses RTLD_DEEPBIND, which would hide its own functions; the rest of the loader stays as it is.
PLAIN_LOADING = """
const { dlopen } = process;
process.dlopen = (module, file, flags) => dlopen.call(process, module, file, flags & ~8);
"""


def missing():
    """Why the binding cannot be tested here; empty when it can."""
    if not NODE:
        return "no Node.js"
    if not PAVE or not list(PACKAGE.glob("prebuilds/*/pave.node")):
        return "no program, or no binding in this build: were headers of Node-API there?"
    if "sanitize=thread" in (BUILD / "build.ninja").read_text():
        return "Node.js does not run under the thread sanitizer"
    return ""


@unittest.skipIf(missing(), missing())
class NodeCase(BindingCase):
    """A test in the folder of BindingCase, with the binding of this build."""

    def environment(self, **more):
        found = clean_environment(PAVE_NODE_PACKAGE=str(PACKAGE), PAVE_PROGRAM=PAVE, NODE_NO_WARNINGS="1", **more)
        if is_sanitized():
            loading = self.write("plain_loading.cjs", PLAIN_LOADING)
            runtimes = [run("cc", f"-print-file-name={name}").stdout.strip() for name in ("libasan.so", "libubsan.so")]
            # Node.js keeps much until its end; what the binding frees and reads is what counts here.
            found.update(LD_PRELOAD=" ".join(runtimes), NODE_OPTIONS=f"--require={loading}",
                         ASAN_OPTIONS="detect_leaks=0:quarantine_size_mb=8", UBSAN_OPTIONS="halt_on_error=1")
        return found

    def node(self, *words, **more):
        done = run(NODE, *words, cwd=self.folder, env=self.environment(**more))
        self.assertEqual(done.returncode, 0, done.stdout[-6000:] + done.stderr[-3000:])
        return done.stdout

    def run_tests(self, name):
        """All of bindings/node/test/NAME.test.mjs."""
        out = self.node("--expose-gc", TESTS / f"{name}.test.mjs")
        self.assertRegex(out, r"(?m)^. (pass|tests) [1-9]")
