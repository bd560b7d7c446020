#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The Python binding: streams as raw files, sealed files, and files as a whole."""
import unittest

from python_binding import BindingCase

SCAN = """
import io, os
scan = library.key("phi.scan")
here = {"patient": "p-17"}
def sealed_of(data, context=here):
    raw = io.BytesIO()
    with scan.writer(raw, context) as writer:
        assert writer.write(data) == len(data)
    return raw.getvalue()
"""


class Streams(BindingCase):
    def scans(self, text):
        return self.python(SCAN + text)

    def test_what_is_written_is_read(self):
        self.scans("""
for size in (0, 1, 16383, 16384, 16385, 3 * 16384, 500001):
    data = os.urandom(size)
    sealed = sealed_of(data)
    with scan.reader(io.BytesIO(sealed), here) as reader:
        assert reader.readable() and not reader.writable() and not reader.seekable()
        assert reader.read() == data and reader.read(1) == b""
    with io.BufferedReader(scan.reader(io.BytesIO(sealed), here), 1000) as reader:
        assert reader.read() == data
    with scan.reader(io.BytesIO(sealed), here) as reader:
        # Who knows the size stops there; the end is verified by close.
        left = size
        while left:
            left -= len(reader.read(left))
raw = io.BytesIO()
with io.BufferedWriter(scan.writer(raw, here), 100000) as writer:
    for _ in range(300):
        writer.write(b"x" * 999)
assert scan.reader(io.BytesIO(raw.getvalue()), here).readall() == b"x" * 299700
with io.TextIOWrapper(scan.writer(raw := io.BytesIO(), here)) as writer:
    print("Ada", 17, file=writer)
assert io.TextIOWrapper(scan.reader(raw2 := io.BytesIO(raw.getvalue()), here)).read() == "Ada 17\\n"
""")

    def test_what_is_cut_changed_or_moved_is_refused(self):
        self.scans("""
data = os.urandom(40000)
sealed = sealed_of(data)
def read(sealed, context=here):
    with scan.reader(io.BytesIO(sealed), context) as reader:
        return reader.read()
for cut in (0, 5, 61):
    fails(pave.NotSealed, read, sealed[:cut])
for cut in (62, 100, 16462, 32862, len(sealed) - 1):
    fails(pave.Refused, read, sealed[:cut])
fails(pave.Refused, read, sealed + b"x")
fails(pave.Refused, read, sealed, {"patient": "p-18"})
fails(pave.Refused, read, sealed[:62] + sealed[62 + 16400:62 + 32800] + sealed[62:62 + 16400] + sealed[62 + 32800:])
small = sealed_of(b"Ada")
for i in range(len(small)):
    changed = bytearray(small)
    changed[i] ^= 1
    fails(pave.Error if i < 6 else pave.Refused, read, bytes(changed))
""")

    def test_a_stream_that_was_not_finished_is_none(self):
        self.scans("""
import gc
raw = io.BytesIO()
try:
    with scan.writer(raw, here) as writer:
        writer.write(b"x" * 20000)
        raise KeyError
except KeyError:
    pass
assert writer.closed and len(raw.getvalue()) > 16384
fails(pave.Refused, scan.reader(io.BytesIO(raw.getvalue()), here).readall)
raw = io.BytesIO()
scan.writer(raw, here).write(b"Ada")
gc.collect()
reader = scan.reader(io.BytesIO(raw.getvalue()), here)
fails(pave.Refused, reader.readall)
reader.abort()
# A reader that was left before the end says so, unless that is what was asked for.
reader = scan.reader(io.BytesIO(sealed_of(b"x" * 40000)), here)
assert reader.read(10) == b"x" * 10
assert "verified end" in str(fails(pave.Refused, reader.close))
assert reader.closed
fails(ValueError, reader.read, 1)
with scan.reader(io.BytesIO(sealed_of(b"x" * 40000)), here) as reader:
    reader.read(10)
    reader.abort()
fails(ValueError, writer.write, b"x")
writer.close()
""")

    def test_failures_of_the_raw_file_come_through(self):
        self.scans("""
class Broken(io.RawIOBase):
    n = 0
    def writable(self): return True
    def readable(self): return True
    def write(self, data):
        self.n += 1
        if self.n > 2:
            raise ConnectionResetError("gone")
        return len(data)
    def read(self, size=-1):
        raise ConnectionResetError("gone")
writer = scan.writer(Broken(), here)
fails(ConnectionResetError, writer.write, b"x" * 70000)
fails((pave.FileError, ConnectionResetError), writer.write, b"x")
writer.abort()
fails(ConnectionResetError, scan.reader, Broken(), here)
class Slow(io.BytesIO):
    def write(self, data):
        return super().write(bytes(data[:7]))
    def read(self, size=-1):
        return super().read(min(size, 5))
slow = Slow()
with scan.writer(slow, here) as writer:
    writer.write(b"Ada" * 9000)
assert scan.reader(Slow(slow.getvalue()), here).readall() == b"Ada" * 9000
class Blocks(io.RawIOBase):
    def read(self, size=-1): return None
    def write(self, data): return None
fails(BlockingIOError, scan.reader, Blocks(), here)
fails(BlockingIOError, scan.writer, Blocks(), here)
class Text(io.RawIOBase):
    def read(self, size=-1): return "text"
fails(TypeError, scan.reader, Text(), here)
class TooMuch(io.RawIOBase):
    def read(self, size=-1): return bytes(size + 1)
fails(ValueError, scan.reader, TooMuch(), here)
class Again(io.BytesIO):
    def write(self, data):
        if hasattr(self, "writer"):
            self.writer.write(b"x")
        return super().write(data)
again = Again()
again.writer = None
del again.writer
writer = scan.writer(again, here)
again.writer = writer
assert "middle of another call" in str(fails(RuntimeError, writer.write, bytes(20000)))
del again.writer
writer.abort()
fails(TypeError, scan.writer(io.BytesIO(), here).write, "text")
fails(TypeError, scan.writer, io.BytesIO())
fails(TypeError, scan.writer, io.BytesIO(), None)
fails(pave.Forbidden, key.writer, io.BytesIO(), here)
fails(pave.ContextError, scan.writer, io.BytesIO(), {})
""")

    def test_files_as_a_whole(self):
        self.scans("""
from pathlib import Path
data = os.urandom(3_000_000)
Path("scan.dcm").write_bytes(data)
told = []
scan.seal_file("scan.dcm", Path("scan.pave"), here, threads=2, progress=lambda done, all: told.append((done, all)))
assert told and told[-1][0] == told[-1][1] == len(data), told[-3:]
scan.unseal_file(b"scan.pave", "back.dcm", here)
assert Path("back.dcm").read_bytes() == data
assert scan.reader(open_ := open("scan.pave", "rb"), here).readall() == data
open_.close()
fails(pave.Refused, scan.unseal_file, "scan.pave", "back.dcm", {"patient": "p-18"})
assert Path("back.dcm").read_bytes() == data and not Path("other.dcm").exists()
fails(pave.NoFile, scan.seal_file, "nothing", "scan.pave", here)
fails(pave.NoFile, scan.seal_file, "scan.dcm", "nowhere/scan.pave", here)
fails(OSError, scan.seal_file, "scan.dcm", "nowhere/scan.pave", here)
fails(TypeError, scan.seal_file, "scan.dcm", "scan.pave")
fails(TypeError, scan.seal_file, "scan.dcm", 17, here)
fails(ValueError, scan.seal_file, "scan\\0", "x", here)
assert "threads" in str(fails(TypeError, scan.seal_file, "scan.dcm", "x", here, threads="2"))
def broken(done, all):
    raise KeyError("told")
fails(KeyError, scan.seal_file, "scan.dcm", "told.pave", here, progress=broken)
""")

    def test_a_sealed_file_is_read_at_any_place(self):
        self.scans("""
from pathlib import Path
data = os.urandom(100_001)
Path("scan.dcm").write_bytes(data)
scan.seal_file("scan.dcm", "scan.pave", here)
with scan.open_file("scan.pave", here) as file:
    assert file.size == len(data) and file.seekable() and file.readable() and not file.writable()
    assert file.read(3) == data[:3] and file.tell() == 3
    for at, n in ((0, 1), (16383, 2), (50000, 40000), (100000, 5), (100001, 1), (200000, 1)):
        assert file.seek(at) == at and file.read(n) == data[at:at + n]
        assert file.read_at(at, n) == data[at:at + n]
    assert file.seek(-5, os.SEEK_END) == len(data) - 5 and file.read() == data[-5:]
    file.seek(10)
    assert file.seek(5, os.SEEK_CUR) == 15
    fails(ValueError, file.seek, -1)
    fails(ValueError, file.seek, 0, 9)
    assert file.read_at(0, 0) == b""
fails(ValueError, file.read, 1)
with io.BufferedReader(scan.open_file("scan.pave", here)) as file:
    assert file.read(7) == data[:7] and file.seek(99990) and file.read() == data[99990:]
fails(pave.Refused, scan.open_file, "scan.pave", {"patient": "p-18"})
fails(pave.NoFile, scan.open_file, "nothing", here)
sealed = bytearray(Path("scan.pave").read_bytes())
sealed[62 + 16400 + 9] ^= 1
Path("scan.pave").write_bytes(sealed)
with scan.open_file("scan.pave", here) as file:
    assert file.read_at(0, 16384) == data[:16384]
    fails(pave.Refused, file.read_at, 16384, 1)
Path("scan.pave").write_bytes(sealed[:-16400])
fails(pave.Refused, scan.open_file, "scan.pave", here)
""")


if __name__ == "__main__":
    unittest.main()
