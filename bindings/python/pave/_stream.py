# SPDX-License-Identifier: Apache-2.0
"""Streams and sealed files, as raw files of Python: io.BufferedReader(reader) and the like work."""
import io
import os
import threading

from . import _pave
from ._errors import Refused


def _write_all(raw):
    def write(data):
        view = memoryview(data)
        while view:
            n = raw.write(view)
            if n is None:
                raise BlockingIOError("raw: it would block; pave streams need one that does not")
            view = view[n:]
    return write


def _read_some(raw):
    def read(size):
        data = raw.read(size)
        if data is None:
            raise BlockingIOError("raw: it would block; pave streams need one that does not")
        return bytes(data)
    return read


class _Raw(io.RawIOBase):
    """What the three share: a handle that goes once, and a lock around each call that uses it."""

    _noun = "file"

    def __init__(self):
        super().__init__()
        self._handle = None
        self._lock = threading.RLock()

    def _release(self):
        with self._lock:
            if self._handle is not None:
                _pave.handle_close(self._handle)
            self._handle = None
            super().close()

    @property
    def closed(self):
        return self._handle is None

    def _check_open(self):
        if self.closed:
            raise ValueError(f"the {self._noun} is closed")


class _Stream(_Raw):
    """A stream has an end, which close() makes or checks; abort() goes without."""

    def abort(self):
        self._release()

    def close(self):
        with self._lock:
            if self.closed:
                return
            try:
                self._end()
            finally:
                self.abort()

    def __exit__(self, kind, *_):
        if kind is None:
            self.close()
        else:
            self.abort()

    def __del__(self):
        self.abort()


class Writer(_Stream):
    """Seals what is written. close() seals the end: without it every reader refuses the stream.

    When a `with` block is left by an exception, or the writer is just dropped, the end is not sealed.
    abort() ends it so on purpose, and what was written is refused as a whole. The raw file stays open.
    """

    _noun = "writer"

    def __init__(self, key, raw, context):
        super().__init__()
        self._handle = _pave.writer_open(key, context, _write_all(raw))

    def writable(self):
        return True

    def write(self, data, /):
        """Takes all of it."""
        with self._lock:
            self._check_open()
            return _pave.writer_write(self._handle, data)

    def _end(self):
        _pave.writer_finish(self._handle)


class Reader(_Stream):
    """Opens a stream. Each piece was verified before it is seen; that it was all of them is known at the
    end, which read() gives as b"". close() raises Refused unless that end was reached; abort() does not ask."""

    _noun = "reader"

    def __init__(self, key, raw, context):
        super().__init__()
        self._handle = _pave.reader_open(key, context, _read_some(raw))

    def readable(self):
        return True

    def readinto(self, buffer, /):
        with self._lock:
            self._check_open()
            return _pave.reader_read(self._handle, buffer)

    def _end(self):
        # Who knows how much there is stops reading before the end was seen.
        if _pave.reader_read(self._handle, bytearray(1)):
            raise Refused("the stream was not read to its verified end; abort() leaves it before")
        _pave.reader_end(self._handle)


class SealedFile(_Raw):
    """A sealed file, to be read at any place. Its length was verified when it was opened, each piece is
    when it is read."""

    def __init__(self, key, path, context):
        super().__init__()
        self._at = 0
        self._handle, self.size = _pave.file_open(key, os.fsencode(path), context)
        self.name = path

    def readable(self):
        return True

    def seekable(self):
        return True

    def read_at(self, offset, size, /):
        """As many bytes as there are from `offset` on, `size` at most; the position stays."""
        out = bytearray(max(0, min(size, self.size - offset)))
        with self._lock:
            self._check_open()
            del out[_pave.file_read_at(self._handle, offset, out):]
        return bytes(out)

    def readinto(self, buffer, /):
        with self._lock:
            self._check_open()
            n = _pave.file_read_at(self._handle, self._at, buffer)
            self._at += n
            return n

    def seek(self, offset, whence=os.SEEK_SET, /):
        with self._lock:
            self._check_open()
            start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}.get(whence)
            if start is None or start + offset < 0:
                raise ValueError("seek: expected a place in the file")
            self._at = start + offset
            return self._at

    def tell(self):
        self._check_open()
        return self._at

    def close(self):
        self._release()
