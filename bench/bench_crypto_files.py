#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A file sealed by `pave seal`, beside age, gpg and `openssl enc`, which does not authenticate; and how large libpave is.

BENCH_MIB says how large the file is. Peers that are not installed are left out, and named.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import measure

MIB = int(os.environ.get("BENCH_MIB", "256"))
POLICY = {"pave": "policy/1", "name": "bench", "issued": "2026-01-01", "expires": "9000-01-01",
          "keysets": {"files": "files.keyset"},
          "purposes": [{"name": "scan", "keyset": "files", "suites": ["COBBLESTONE-256"], "context": []}]}
# Unlocks at no cost, so that sealing is what is measured.
PROGRAM = "#!/bin/sh\nread -r version verb keyset text\necho \"ok $text\"\n"
PEERS = {"age": 0.75, "openssl enc -aes-256-ctr": 1.10, "gpg -c": 0.15}


def quiet(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def set_up(folder):
    program = folder / "program"
    program.write_text(PROGRAM)
    program.chmod(0o700)
    keys = [measure.PAVE, "keys"]
    quiet(*keys, "create", folder / "signer", "--name", "s", "--kind", "sign", "--program", program)
    quiet(*keys, "create", folder / "files.keyset", "--name", "files", "--kind", "stream", "--program", program)
    (folder / "trust").write_text(quiet(*keys, "public", folder / "signer"))
    (folder / "policy.json").write_text(json.dumps(POLICY))
    quiet(*keys, "policy", folder / "policy.json", "--signer", folder / "signer", "--program", program)
    with open(folder / "plain", "wb") as plain:
        for _ in range(MIB):
            plain.write(os.urandom(1 << 20))


def contenders(folder):
    plain, out = folder / "plain", folder / "out"
    yield "**`pave seal`**", [measure.PAVE, "seal", "--policy", folder / "policy.json", "--trust", folder / "trust",
                              "--program", folder / "program", "-p", "scan", "-o", out, plain]
    yield "cp, which seals nothing", ["cp", plain, out]
    if shutil.which("age"):
        key = folder / "age.key"
        subprocess.run(["age-keygen", "-o", key], check=True, capture_output=True)
        recipient = quiet("age-keygen", "-y", key).strip()
        yield "age", ["age", "-r", recipient, "-o", out, plain]
    if shutil.which("openssl"):
        yield "openssl enc -aes-256-ctr", ["openssl", "enc", "-aes-256-ctr", "-bufsize", "65536", "-K", "01" * 32,
                                           "-iv", "02" * 16, "-in", plain, "-out", out]
    if shutil.which("gpg"):
        yield "gpg -c", ["gpg", "--homedir", folder, "--batch", "--yes", "--quiet", "--pinentry-mode", "loopback",
                         "--passphrase", "bench", "--compress-algo", "none", "-o", out, "-c", plain]


def stop_agent(folder):
    if shutil.which("gpgconf"):
        subprocess.run(["gpgconf", "--homedir", folder, "--kill", "all"], check=False, capture_output=True)


def say_size():
    library = measure.BUILD / "libpave.so"
    if not library.exists():
        return
    with tempfile.NamedTemporaryFile() as stripped:
        quiet("strip", "-o", stripped.name, library.resolve())
        print("| P16 | `libpave.so`, stripped | %.0f KiB | ≤ 400 KiB |" % (Path(stripped.name).stat().st_size / 1024))


def contest(parent, where):
    with tempfile.TemporaryDirectory(dir=parent) as scratch:
        folder = Path(scratch)
        set_up(folder)
        seen = measure.measure(list(contenders(folder)), measure.RUNS, output=folder / "out")
        stop_agent(folder)
    print("A file of %d MiB %s, %d runs of each.\n" % (MIB, where, measure.RUNS))
    measure.print_table(seen, "**`pave seal`**")
    ours = statistics.median(sample[1] for sample in seen["**`pave seal`**"])
    print("| goal | %s | here | gate |\n|---|---|---:|---:|" % where)
    for name, gate in PEERS.items():
        if name in seen:
            theirs = statistics.median(sample[1] for sample in seen[name])
            print("| P9 | processor time against `%s` | %.2f× | ≤ %.2f× |" % (name, ours / theirs, gate))
        else:
            print("bench: %s is not installed" % name.split()[0], file=sys.stderr)
    print()


def main():
    contest(None, "on disk")
    # Without a disk: what a page of memory costs is all that the system adds.
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free > (3 * MIB) << 20:
        contest(memory, "in memory")
    print("| goal | | here | gate |\n|---|---|---:|---:|")
    say_size()


if __name__ == "__main__":
    main()
