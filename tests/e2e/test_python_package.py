#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python binding as a package: the wheel, its types, threads, forks, and that nothing leaks."""
import re
import shutil
import unittest
import zipfile

from python_binding import BINDING, BUILD, PYTHON, BindingCase, built, environment, is_sanitized, run, stable_abi

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
EVERYTHING = """
import gc, io, os
me = pave.Identity("clinic.keyset", unlock=by_program)
known = pave.Trust.load("trust.json")
here = {"patient": "p"}
def attempt(call, *words, **fields):
    try:
        return call(*words, **fields)
    except (pave.Error, TypeError, ValueError, KeyError, BufferError):
        return None
def everything():
    with library_of() as other:
        key, scan, login = other.key("phi.name"), other.key("phi.scan"), other.key("login")
        once = pave.Context(here)
        sealed = key.seal(b"Ada", once)
        for context in (once, here, {"patient": 17}, {"a": "b"}, {1: "b"}, "x", None, {}):
            for call in (key.seal, key.open, key.seal_text, key.reseal):
                for data in (b"Ada", bytearray(sealed), sealed[:-1], bytes(5000), "text", memoryview(sealed)[::2]):
                    attempt(call, data, context)
            attempt(key.open_text, "pave1:xx", context)
            attempt(key.seal_into, b"Ada", bytearray(100), context)
            attempt(key.open_into, sealed, bytearray(2), context)
            attempt(key.open_into, sealed, b"no", context)
            attempt(key.seal_batch, [b"a", bytearray(b"b"), "c"], context)
            attempt(key.open_batch, [sealed, bytearray(sealed), b"no"], [context] * 3)
            attempt(key.open_batch, [sealed, bytearray(sealed), b"no"], once)
            attempt(scan.writer, io.BytesIO(), context)
            attempt(scan.reader, io.BytesIO(b"short"), context)
            attempt(scan.seal_file, "trust.txt", "sealed", context)
            attempt(scan.open_file, "sealed", context)
            token = attempt(login.issue_token, {"a": 1}, {"user": "u"}, audience="p", ttl_s=1)
            attempt(login.verify_token, token, context, audience="p")
            attempt(me.seal_message, b"x", context, purpose="p", to=["billing", "nobody"], trust=known, ttl_s=1)
            attempt(me.open_message, sealed, context, purpose="p", trust=known, replay=None)
        attempt(key.seal, b"Ada", patient="p", column=17)
        raw = io.BytesIO()
        with scan.writer(raw, here) as writer:
            writer.write(bytes(40000))
        attempt(scan.reader(io.BytesIO(raw.getvalue()[:-1]), here).readall)
        attempt(scan.reader(io.BytesIO(raw.getvalue()), here).close)
        with scan.open_file("sealed", here) as file:
            file.read()
        secret = other.new_subject("phi.name", "s")
        attempt(other.key, "phi.name", subject="other", secret=secret)
        attempt(other.key, "phi.nothing")
        attempt(other.key, "phi.locked")
    attempt(key.seal, b"x", here)
    signature = me.sign(pave.Digest(b"x"), domain="d")
    attempt(known.verify, signature, b"y", name="clinic", domain="d")
    attempt(pave.Library, "trust.txt", trust=trust, unlock={})
    attempt(pave.Jwks, "{")
    attempt(pave.Trust, "{")
    attempt(pave.PasetoKey, "k4.local.x")
    attempt(pave.Secret, 0)
    attempt(pave.inspect, b"no")
    pave.Secret(b"abc").close()
"""


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


class Life(BindingCase):
    def test_nothing_leaks_on_the_ways_out(self):
        if is_sanitized():
            # The sanitizer knows what nobody can reach any more.
            self.leak_check = """
import ctypes
leaks = ctypes.CDLL(None).__lsan_do_recoverable_leak_check
leaks()
for _ in range(3):
    everything()
gc.collect()
assert leaks() == 0
"""
        else:
            self.leak_check = """
def resident():
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
for _ in range(40):
    everything()
before = resident()
for _ in range(200):
    everything()
assert resident() - before < 2 << 20, resident() - before
"""
        self.python(EVERYTHING + self.leak_check, leaks=True)

    def test_python_objects_do_not_pile_up(self):
        self.python(EVERYTHING + """
def count():
    gc.collect()
    return len(gc.get_objects())
for _ in range(3):
    everything()
before = count()
for _ in range(5):
    everything()
assert count() - before < 5, count() - before
""")

    def test_many_threads_share_a_key_that_is_then_closed(self):
        self.python("""
import threading
sealed = key.seal(b"Ada", patient="p")
big = bytes(100000)
failures, closed = [], []
def work():
    try:
        while True:
            assert key.open(key.seal(big, patient="p"), patient="p") == big
            assert key.open(sealed, patient="p") == b"Ada"
            assert key.open_batch(key.seal_batch([b"x"] * 50, {"patient": "p"}), {"patient": "p"}) == [b"x"] * 50
    except ValueError as error:
        closed.append(str(error))
    except BaseException as error:
        failures.append(error)
threads = [threading.Thread(target=work) for _ in range(6)]
for thread in threads:
    thread.start()
import time
time.sleep(0.5)
library.close()
for thread in threads:
    thread.join()
assert not failures, failures
assert closed == ["the key is closed"] * 6, closed
""")

    def test_a_writer_is_for_one_thread_at_a_time_and_waits(self):
        self.python("""
import io, threading
scan = library.key("phi.scan")
raw = io.BytesIO()
with scan.writer(raw, {"patient": "p"}) as writer:
    threads = [threading.Thread(target=lambda: [writer.write(bytes([65]) * 100) for _ in range(300)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
assert scan.reader(io.BytesIO(raw.getvalue()), {"patient": "p"}).readall() == b"A" * 120000
""")

    def test_others_run_while_it_works(self):
        self.python("""
import threading, time
steps, stop = [0], []
def count():
    while not stop:
        steps[0] += 1
        time.sleep(0)
thread = threading.Thread(target=count)
thread.start()
# With the GIL kept, nothing would be counted during a call.
cost = pave.PasswordCost(memory_kib=262144, passes=2)
for call in (lambda: pave.password_hash("x", cost=cost), lambda: key.seal(bytes(200 << 20), patient="p")):
    before = steps[0]
    call()
    assert steps[0] - before > 20, steps[0] - before
stop.append(1)
thread.join()
""")

    def test_a_child_uses_what_its_parent_opened(self):
        self.python("""
import os
sealed = key.seal(b"Ada", patient="p")
values = set()
for _ in range(4):
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        ok = key.open(sealed, patient="p") == b"Ada"
        os.write(write, key.seal(b"Ada", patient="p") if ok else b"")
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        got = pipe.read()
    assert os.waitpid(child, 0)[1] == 0 and key.open(got, patient="p") == b"Ada"
    values.add(got[6:30])
values.add(key.seal(b"Ada", patient="p")[6:30])
assert len(values) == 5  # no two share a nonce
""")

    def test_keys_live_as_long_as_they_are_needed(self):
        self.python("""
import gc, weakref
def only_key():
    return library_of().key("phi.name")
alone = only_key()
gc.collect()
assert alone.open(alone.seal(b"x", patient="p"), patient="p") == b"x"
gone = weakref.ref(library_of().key("phi.name"))
gc.collect()
assert gone() is None
class Service:
    def __init__(self):
        self.library = pave.Library("policy.json", trust=trust, unlock=self.unlock)
        self.key = self.library.key("phi.name")
    def unlock(self, keyset):
        return by_program
service = weakref.ref(Service())
gc.collect()
assert service() is None  # though it is asked by what it holds
""")


if __name__ == "__main__":
    unittest.main()
