#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""libpave from Python, beside the package cryptography: values of 64 B, batches of 1,000 of them, and 1 MiB.

The binding is built against the library of this build, for BENCH_PYTHON (the system's Python); its
cryptography is the peer. Contenders take turns in one process; the time is that of the processor.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PYTHON = os.environ.get("BENCH_PYTHON", "/usr/bin/python3")
ROUNDS = int(os.environ.get("BENCH_RUNS", "31"))
SMALL, LARGE, MANY = 64, 1 << 20, 1000
POLICY = {"pave": "policy/1", "name": "bench", "issued": "2026-01-01", "expires": "9000-01-01",
          "keysets": {"values": "values.keyset"},
          "purposes": [{"name": "name", "keyset": "values", "suites": ["KC-XAES-256-GCM"],
                        "context": ["patient", "column"]}]}
# Unlocks at no cost.
PROGRAM = "#!/bin/sh\nread -r version verb keyset text\necho \"ok $text\"\n"


def quiet(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def build(folder):
    """The package in `folder`, as `pip wheel` compiles it."""
    source, library = Path(os.environ["PAVE_SOURCE_DIR"]), Path(os.environ["PAVE_BUILD_DIR"])
    include = quiet(PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('include'))").strip()
    quiet("cp", "-r", source / "bindings/python/pave", folder)
    quiet("cc", "-std=c17", "-O2", "-DNDEBUG", "-DPy_LIMITED_API=0x030B0000", "-fvisibility=hidden", "-fPIC", "-shared",
          "-I", source / "include", "-isystem", include, *sorted((source / "bindings/python/src").glob("*.c")),
          "-L", library, "-lpave", "-o", folder / "pave/_pave.abi3.so")


def set_up(folder):
    keys = [os.environ["PAVE"], "keys"]
    program = folder / "program"
    program.write_text(PROGRAM)
    program.chmod(0o700)
    quiet(*keys, "create", folder / "signer", "--name", "s", "--kind", "sign", "--program", program)
    quiet(*keys, "create", folder / "values.keyset", "--name", "values", "--program", program)
    (folder / "trust").write_text(quiet(*keys, "public", folder / "signer").strip())
    (folder / "policy.json").write_text(json.dumps(POLICY))
    quiet(*keys, "policy", folder / "policy.json", "--signer", folder / "signer", "--program", program)


class Fields:
    """C's cost of a field, from a process that measures when it is asked."""

    def __init__(self, folder):
        trust = (folder / "trust").read_text()
        self.process = subprocess.Popen([Path(os.environ["PAVE_BUILD_DIR"]) / "bench_fields", folder / "policy.json",
                                         trust, folder / "program"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)

    def ask(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return map(float, self.process.stdout.readline().split())


def contenders(folder):
    """(name, what is run, how often, how many it does in one run)"""
    import pave
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    library = pave.Library(folder / "policy.json", trust=(folder / "trust").read_text(),
                           unlock=lambda keyset: pave.Unlock(program=folder / "program"))
    key, context = library.key("name"), pave.Context(patient="p-17", column="name")
    aead, fernet = AESGCM(os.urandom(32)), Fernet(Fernet.generate_key())
    small, large, room = os.urandom(SMALL), os.urandom(LARGE), bytearray(SMALL + 78)
    bound, nonce = b"patient=p-17;column=name", os.urandom(12)
    sealed, theirs, token = key.seal(small, context), aead.encrypt(nonce, small, bound), fernet.encrypt(small)
    many, many_sealed = [small] * MANY, [sealed] * MANY
    return {
        "cryptography AESGCM, seal 64 B": (lambda: aead.encrypt(os.urandom(12), small, bound), 500, 1),
        "cryptography Fernet, seal 64 B": (lambda: fernet.encrypt(small), 200, 1),
        "**key.seal 64 B, a Context**": (lambda: key.seal(small, context), 5000, 1),
        "key.seal 64 B, named fields": (lambda: key.seal(small, patient="p-17", column="name"), 5000, 1),
        "key.seal 64 B, a dict": (lambda: key.seal(small, {"patient": "p-17", "column": "name"}), 5000, 1),
        "key.seal_into 64 B": (lambda: key.seal_into(small, room, context), 5000, 1),
        "key.seal_text 64 B": (lambda: key.seal_text(small, context), 2000, 1),
        "cryptography AESGCM, open 64 B": (lambda: aead.decrypt(nonce, theirs, bound), 500, 1),
        "cryptography Fernet, open 64 B": (lambda: fernet.decrypt(token), 200, 1),
        "**key.open 64 B, a Context**": (lambda: key.open(sealed, context), 5000, 1),
        "key.seal_batch, 1,000 of 64 B, each": (lambda: key.seal_batch(many, context), 20, MANY),
        "key.open_batch, 1,000 of 64 B, each": (lambda: key.open_batch(many_sealed, context), 20, MANY),
        "cryptography AESGCM, seal 1 MiB": (lambda: aead.encrypt(os.urandom(12), large, bound), 4, 1),
        "key.seal 1 MiB": (lambda: key.seal(large, context), 4, 1),
        "calling an empty function": (lambda: None, 5000, 1),
    }


def measure(folder):
    import time

    import cryptography

    all_contenders, fields = contenders(folder), Fields(folder)
    seen = {name: [] for name in all_contenders}
    seen["C: pave_seal_batch, each"], seen["C: pave_open_batch, each"] = [], []
    for turn in range(ROUNDS + 1):
        for name, (call, times, per_run) in all_contenders.items():
            call()
            start = time.process_time_ns()
            for _ in range(times):
                call()
            if turn > 0:
                seen[name].append((time.process_time_ns() - start) / times / per_run)
        for name, each in zip(("C: pave_seal_batch, each", "C: pave_open_batch, each"), fields.ask()):
            if turn > 0:
                seen[name].append(each)
    fields.process.stdin.close()
    fields.process.wait()
    print("Python %s, cryptography %s, %d rounds.\n" % (sys.version.split()[0], cryptography.__version__, ROUNDS))
    return seen


def say(seen):
    median = {name: statistics.median(samples) for name, samples in seen.items()}
    print("| | median ns | fastest to slowest |\n|---|---:|---:|")
    for name, samples in seen.items():
        print("| %s | %.0f | %.0f to %.0f |" % (name, median[name], min(samples), max(samples)))
    print("\n| goal | | here | gate |\n|---|---|---:|---:|")
    ours, opened = median["**key.seal 64 B, a Context**"], median["**key.open 64 B, a Context**"]
    for goal, what, ratio, gate in (
            ("P8", "seal 64 B, faster than AESGCM", median["cryptography AESGCM, seal 64 B"] / ours, "≥ 10×"),
            ("P8", "open 64 B, faster than AESGCM", median["cryptography AESGCM, open 64 B"] / opened, ""),
            ("P8", "seal 64 B, faster than Fernet", median["cryptography Fernet, seal 64 B"] / ours, "≥ 40×"),
            ("P8", "open 64 B, faster than Fernet", median["cryptography Fernet, open 64 B"] / opened, ""),
            ("P11", "a field of a batch, against C: seal",
             median["key.seal_batch, 1,000 of 64 B, each"] / median["C: pave_seal_batch, each"], "≤ 1.5×"),
            ("P11", "a field of a batch, against C: open",
             median["key.open_batch, 1,000 of 64 B, each"] / median["C: pave_open_batch, each"], "≤ 1.5×")):
        print("| %s | %s | %.2f× | %s |" % (goal, what, ratio, gate))


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        set_up(folder)
        build(folder)
        environment = dict(os.environ, LD_LIBRARY_PATH=os.environ["PAVE_BUILD_DIR"], PYTHONPATH=str(folder))
        subprocess.run([PYTHON, __file__, "--measure", folder], check=True, env=environment)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        say(measure(Path(sys.argv[2])))
    elif subprocess.run([PYTHON, "-c", "import cryptography"], check=False, stderr=subprocess.DEVNULL).returncode != 0:
        print("bench: %s has no package cryptography" % PYTHON, file=sys.stderr)
    else:
        main()
