# SPDX-License-Identifier: Apache-2.0
"""node_binding: the package of bindings/node as this build made it, in the clinic of python_binding."""
import shutil
from pathlib import Path

from pave_program import PAVE, Case, clean_environment
from python_binding import BUILD, SOURCE, BindingCase, is_sanitized, run

BINDING = SOURCE / "bindings/node"
PACKAGE = BUILD / "node/pave"
FETCHED = SOURCE / "third_party/node/sources"
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


def node_environment(folder, **more):
    """In which Node.js runs the package; what that needs besides is written to `folder`."""
    found = clean_environment(PAVE_NODE_PACKAGE=str(PACKAGE), PAVE_PROGRAM=PAVE, **more)
    if is_sanitized():
        loading = folder / "plain_loading.cjs"
        loading.write_text(PLAIN_LOADING)
        runtimes = [run("cc", f"-print-file-name={name}").stdout.strip() for name in ("libasan.so", "libubsan.so")]
        # Node.js keeps much until its end: leaks are what the tests of life measure.
        found.update(LD_PRELOAD=" ".join(runtimes), NODE_OPTIONS=f"--require={loading}",
                     ASAN_OPTIONS="detect_leaks=0:quarantine_size_mb=8", UBSAN_OPTIONS="halt_on_error=1")
    return found


class NodeCase(BindingCase):
    """A test in the folder of BindingCase, with the binding of this build. Python's binding is not needed."""

    __unittest_skip__ = bool(missing())
    __unittest_skip_why__ = missing()

    def setUp(self):
        Case.setUp(self)
        self.enter_clinic()

    def node(self, *words, **more):
        done = run(NODE, *words, cwd=self.folder, env=node_environment(self.folder, **more))
        self.assertEqual(done.returncode, 0, done.stdout[-6000:] + done.stderr[-3000:])
        return done.stdout

    def run_tests(self, name, **more):
        """All of bindings/node/test/NAME.test.mjs."""
        out = self.node("--expose-gc", BINDING / f"test/{name}.test.mjs", **more)
        self.assertRegex(out, r"(?m)^\S+ pass [1-9]")
        return out


def has_fetched(path):
    return (FETCHED / path).exists()


def package_in(folder: Path):
    """`import 'pave'` finds the package from `folder`."""
    (folder / "node_modules").mkdir(exist_ok=True)
    (folder / "node_modules/pave").symlink_to(PACKAGE)
