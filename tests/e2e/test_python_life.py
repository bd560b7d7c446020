#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python binding over time: nothing leaks, threads and forks share what they may, handles end when they should."""
import unittest

from python_binding import BindingCase, is_sanitized

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
