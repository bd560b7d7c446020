#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python binding as a package: the wheel, and its types."""
import re
import shutil
import unittest
import zipfile

from python_binding import BINDING, BUILD, PYTHON, BindingCase, built, environment, run, stable_abi

GOOD = """
import io
import pave

def use(trust: str, passphrase: bytes) -> bytes:
    with pave.Library("policy.json", trust=trust, unlock={"phi": passphrase, "b": pave.Unlock(program="x")}) as library:
        key = library.key("phi.name", subject="p-17")
        sealed: bytes = key.seal(bytearray(b"Ada"), patient="p-17")
        text: str = key.seal_text(memoryview(b"Ada"), pave.Context(patient=b"p-17"))
        room = bytearray(100)
        n: int = key.seal_into(b"Ada", room, {"patient": "p"})
        for one in key.open_batch([sealed], {"patient": "p"}):
            if isinstance(one, pave.Error):
                print(one.name, one.status)
            else:
                print(one.decode())
        with io.BufferedReader(key.reader(open("x", "rb"), {})) as reader:
            reader.read(3)
        with key.writer(io.BytesIO(), {}) as writer:
            writer.write(b"x")
        claims = key.verify_token(text, {}, audience="portal")
        print(claims["role"], n, pave.inspect(sealed).suite)
        me = pave.Identity("me.keyset", unlock=passphrase)
        them = pave.Trust.load("trust.json")
        them.verify(me.sign(pave.Digest(b"x"), domain="d"), b"x", name="me", domain="d")
        got = me.open_message(sealed, {}, purpose="p", trust=them, replay=pave.ReplayCache())
        return key.open(got.body, patient="p-17")
"""
BAD = [
    'key.seal("text", patient="p")',
    'key.seal(b"x", patient=17)',
    'key.seal(b"x", 17)',
    'key.open(b"x", {1: "a"})',
    'key.seal_into(b"x", b"room", {})',
    'key.seal_batch(b"x")',
    'key.open_batch([b"x"], {})[0].decode()',
    'key.seal_file("a", "b")',
    'key.issue_token({}, {}, audience="portal")',
    'key.issue_token({}, audience="portal", ttl_s=1)',
    'key.verify_token("x", {})',
    'pave.Library("policy.json", trust="x")',
    'pave.Library("policy.json", trust="x", unlock={"phi": "text"})',
    'pave.Identity("x", unlock=b"x").sign(b"x")',
    'pave.Identity("x", unlock=b"x").open_message(b"x", {}, purpose="p", trust=pave.Trust("x"))',
    'pave.password_verify("x")',
    'pave.random_below("6")',
    'pave.equal(b"x", 1)',
]
# stubtest looks behind the face, too; what begins with "_" is not for callers.
ALLOWED = "pave\\._.*\npave\\.__all__\npave\\.Secret\\.__(release_)?buffer__\n"


class Package(BindingCase):
    def test_the_wheel_is_for_every_python_from_3_11(self):
        if run(PYTHON, "-c", "import setuptools, wheel, pip").returncode != 0:
            self.skipTest("the system's Python has no setuptools, wheel and pip")
        usr = self.folder / "usr"
        done = run("cmake", "--install", BUILD, "--component", "libpave", "--prefix", usr)
        self.assertEqual(done.returncode, 0, done.stderr)
        shutil.copytree(BINDING, self.folder / "binding", ignore=shutil.ignore_patterns("build", "*.egg-info"))
        found = dict(environment(self.folder), PKG_CONFIG_PATH=str(next(usr.rglob("pkgconfig"))))
        found.pop("LD_PRELOAD", None)
        done = run(PYTHON, "-m", "pip", "wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w",
                   self.folder / "wheels", self.folder / "binding", env=found)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        wheel, = (self.folder / "wheels").iterdir()
        tag = "cp311-abi3" if stable_abi() else "cp310-cp310"
        self.assertRegex(wheel.name, rf"^pave-[0-9.]+-{tag}-linux_\w+\.whl$")
        with zipfile.ZipFile(wheel) as archive:
            names = archive.namelist()
            archive.extractall(self.folder / "site")
        for name in ("pave/__init__.py", "pave/__init__.pyi", "pave/py.typed"):
            self.assertIn(name, names)
        self.assertEqual("pave/_pave.abi3.so" in names, bool(stable_abi()))
        self.package = self.folder / "site"
        self.assertIn("pave1:", self.python('print(key.seal_text(b"Ada", patient="p"))'))

    def test_it_is_clear_what_is_missing_without_libpave(self):
        if run(PYTHON, "-c", "import setuptools").returncode != 0:
            self.skipTest("the system's Python has no setuptools")
        found = dict(environment(self.folder), PKG_CONFIG_PATH="", PKG_CONFIG_LIBDIR=str(self.folder))
        found.pop("LD_PRELOAD", None)
        done = run(PYTHON, BINDING / "setup.py", "--version", env=found, cwd=self.folder)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("install it, and set PKG_CONFIG_PATH", done.stderr)

    def test_it_builds_without_the_stable_abi_for_older_pythons(self):
        self.package = built(abi="")
        self.python("""
assert pave._pave.__file__.endswith("/_pave.so")
sealed = key.seal(bytearray(b"Ada"), patient="p")
assert key.open(memoryview(sealed), patient="p") == b"Ada"
assert bytes(pave.Secret(b"x")) == b"x"
fails(pave.Refused, key.open, sealed, patient="q")
""")

    def mypy(self, *words):
        found = dict(environment(self.package), MYPYPATH=str(self.package), MYPY_CACHE_DIR=str(self.folder / "cache"))
        return run(PYTHON, "-m", *words, cwd=self.folder, env=found)

    def test_types_are_those_of_the_package(self):
        if run(PYTHON, "-c", "import mypy").returncode != 0:
            self.skipTest("the system's Python has no mypy")
        self.write("allowed", ALLOWED)
        done = self.mypy("mypy.stubtest", "pave", "--allowlist", "allowed", "--ignore-unused-allowlist")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.write("good.py", GOOD)
        done = self.mypy("mypy", "--strict", "good.py")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.write("bad.py", "import pave\nkey: pave.Key\n" + "\n".join(BAD) + "\n")
        done = self.mypy("mypy", "--strict", "bad.py")
        faulty = {int(line) for line in re.findall(r"^bad\.py:(\d+): error", done.stdout, re.M)}
        self.assertEqual(faulty, set(range(3, 3 + len(BAD))), done.stdout)


if __name__ == "__main__":
    unittest.main()
