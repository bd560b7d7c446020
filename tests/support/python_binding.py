# SPDX-License-Identifier: Apache-2.0
"""python_binding: the extension of bindings/python, built against the library of this build, and a clinic to use it in."""
import fcntl
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from pave_program import PAVE, Case

SOURCE = Path(os.environ.get("PAVE_SOURCE_DIR", ".")).resolve()
BUILD = Path(os.environ.get("PAVE_BUILD_DIR", ".")).resolve()
BINDING = SOURCE / "bindings/python"
PYTHON = os.environ.get("PAVE_BINDING_PYTHON", "/usr/bin/python3")  # of the system, or another to try
# Unlocks at no cost, so that what is tested is not Argon2.
PROGRAM = "#!/bin/sh\nread -r version verb keyset text\necho \"ok $text\"\n"
POLICY = """{"pave": "policy/1", "name": "clinic", "issued": "2020-01-01", "expires": "2099-01-01",
 "keysets": {"phi": "phi.keyset", "files": "files.keyset", "login": "login.keyset", "invite": "invite.keyset",
             "search": "search.keyset", "disks": "disks.keyset", "locked": "locked.keyset"},
 "purposes": [
  {"name": "phi.name", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": ["patient"]},
  {"name": "phi.free", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": []},
  {"name": "phi.short", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": [], "max_bytes": 8},
  {"name": "phi.old", "keyset": "phi", "suites": ["KC-XAES-256-GCM"], "context": [], "seal_until": "2020-01-02"},
  {"name": "phi.locked", "keyset": "locked", "suites": ["KC-XAES-256-GCM"], "context": []},
  {"name": "phi.scan", "keyset": "files", "suites": ["COBBLESTONE-256"], "context": ["patient"]},
  {"name": "login", "keyset": "login", "suites": ["PASETO-V4-LOCAL"], "context": ["user"]},
  {"name": "invite", "keyset": "invite", "suites": ["PASETO-V4-PUBLIC"], "context": []},
  {"name": "disk", "keyset": "disks", "suites": ["HKDF-SHA256"], "context": ["host"]},
  {"name": "phi.search", "keyset": "search", "suites": ["HMAC-SHA256-INDEX"], "context": [],
   "indexes": [{"name": "who", "table": "patient", "columns": {"last_name": "lower", "born": "digits"}, "bits": 13,
                "distinct": 1000000}]}]}
"""
KEYSETS = {"phi": "seal", "files": "stream", "login": "token", "invite": "token", "clinic": "identity",
           "billing": "identity", "lab": "identity", "search": "index", "disks": "derive"}
BEGIN = """
import pave
with open("trust.txt") as file:
    trust = file.read().strip()
by_program = pave.Unlock(program="./program")
def library_of(**more):
    ways = dict(dict.fromkeys(("phi", "files", "login", "invite", "search", "disks"), by_program), locked=b"correct horse", **more)
    return pave.Library("policy.json", trust=trust, unlock=ways)
library = library_of()
key = library.key("phi.name")
def fails(kind, call, *words, **fields):
    try:
        call(*words, **fields)
    except kind as error:
        return error
    raise SystemExit(f"{kind} was not raised")
"""


def run(*words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, timeout=240,
                          **options)


def is_sanitized():
    return "sanitize=address" in (BUILD / "build.ninja").read_text()


def environment(folder, leaks=False):
    """In which Python finds the library of this build, and the folder `pave` in `folder`."""
    found = dict(os.environ, LD_LIBRARY_PATH=str(BUILD), PYTHONPATH=str(folder), PYTHONMALLOC="malloc")
    if is_sanitized():
        runtimes = [run("cc", f"-print-file-name={name}").stdout.strip() for name in ("libasan.so", "libubsan.so")]
        # Python itself leaks at its end: leaks are looked for where a test asks, not there.
        found.update(LD_PRELOAD=" ".join(runtimes), UBSAN_OPTIONS="halt_on_error=1",
                     ASAN_OPTIONS=f"detect_leaks={int(leaks)}:leak_check_at_exit=0")
    return found


def compile_words(output):
    include = run(PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('include'))").stdout.strip()
    sanitizers = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-g"] if is_sanitized() else []
    return ["cc", "-std=c17", "-O1", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror", "-fPIC", "-shared",
            *sanitizers, "-I", SOURCE / "include", "-isystem", include, *sorted(BINDING.glob("src/*.c")), "-L", BUILD,
            "-lpave", "-o", output]


def stable_abi():
    """Buffers are in the stable ABI since 3.11."""
    return "0x030B0000" if run(PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))").returncode == 0 else ""


def built(abi):
    """The folder that holds the package; compiled once for all tests, and again when a source is newer."""
    name = f"{Path(PYTHON).resolve().name}-{abi or 'full'}"
    folder = BUILD / "python-binding" / name
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        sources = [*BINDING.glob("src/*"), *BINDING.glob("pave/*"), *SOURCE.glob("include/pave/*.h"), Path(__file__)]
        stamp = folder / "stamp"
        if not stamp.exists() or stamp.stat().st_mtime < max(path.stat().st_mtime for path in sources):
            shutil.rmtree(folder / "pave", ignore_errors=True)
            shutil.copytree(BINDING / "pave", folder / "pave", ignore=shutil.ignore_patterns("__pycache__"))
            words = compile_words(folder / "pave" / ("_pave.abi3.so" if abi else "_pave.so"))
            done = run(*words, *([f"-DPy_LIMITED_API={abi}"] if abi else []))
            if done.returncode != 0:
                raise AssertionError(done.stderr)
            stamp.touch()
    return folder


def missing():
    """Why the binding cannot be built here; empty when it can."""
    if not (BUILD / "libpave.so").exists() or not PAVE:
        return "no shared library and program in this build"
    if "sanitize=thread" in (BUILD / "build.ninja").read_text():
        return "a library under the thread sanitizer cannot be loaded by Python"
    if not Path(PYTHON).exists() or not shutil.which("cc"):
        return "no Python of the system, or no compiler"
    include = run(PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('include'))").stdout.strip()
    return "" if (Path(include) / "Python.h").exists() else "no Python.h for the system's Python"


@unittest.skipIf(missing(), missing())
class BindingCase(Case):
    """A test in a folder that has a signed policy, its keysets, three identities and a trust file."""

    policy = POLICY
    keysets = KEYSETS
    clinics = []  # one is made for all tests of a file

    def setUp(self):
        super().setUp()
        self.package = built(stable_abi())
        self.enter_clinic()

    def enter_clinic(self):
        if self.clinics:
            shutil.copytree(self.clinics[0].name, self.folder, dirs_exist_ok=True)
        else:
            self.make_clinic()
            self.clinics.append(tempfile.TemporaryDirectory(prefix="pave-test-"))
            shutil.copytree(self.folder, self.clinics[0].name, dirs_exist_ok=True)

    def make_clinic(self):
        self.write("program", PROGRAM).chmod(0o700)
        self.write("policy.json", self.policy)
        free = ["--program", "./program"]
        self.tool("keys", "create", "signer.keyset", "--name", "signer", "--kind", "sign", *free)
        self.write("trust.txt", self.tool("keys", "public", "signer.keyset"))
        for name, kind in self.keysets.items():
            more = ["--suite", "PASETO-V4-PUBLIC"] if name == "invite" else []
            self.tool("keys", "create", f"{name}.keyset", "--name", name, "--kind", kind, *more, *free)
        for name in (name for name, kind in self.keysets.items() if kind == "identity"):
            public = self.tool("keys", "public", f"{name}.keyset", *free).strip()
            self.tool("keys", "trust", "trust.json", "--name", name, public)
        self.tool("keys", "policy", "policy.json", "--signer", "signer.keyset", *free)

    def tool(self, *words):
        status, out, err = self.pave(*words)
        self.assertEqual(status, 0, err)
        return out

    def python(self, text, begin=BEGIN, leaks=False):
        done = run(PYTHON, "-X", "dev", "-W", "error::ResourceWarning", "-c", begin + text, cwd=self.folder,
                   env=environment(self.package, leaks))
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout
