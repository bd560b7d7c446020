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


class Writer(io.RawIOBase):
    """Seals what is written. close() seals the end: without it every reader refuses the stream.

    When a `with` block is left by an exception, or the writer is just dropped, the end is not sealed.
    The raw file stays open.
    """

    def __init__(self, key, raw, context):
        super().__init__()
        self._handle = None
        self._lock = threading.RLock()
        self._handle = _pave.writer_open(key, context, _write_all(raw))

    def writable(self):
        return True

    def write(self, data, /):
        """Takes all of it."""
        with self._lock:
            self._check_open()
            return _pave.writer_write(self._handle, data)

    def close(self):
        """Seals the end."""
        with self._lock:
            if self.closed:
                return
            try:
                _pave.writer_finish(self._handle)
            finally:
                self.abort()

    def abort(self):
        """Ends without sealing the end, so that what was written is refused as a whole."""
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
            raise ValueError("the writer is closed")

    def __exit__(self, kind, *_):
        if kind is None:
            self.close()
        else:
            self.abort()

    def __del__(self):
        self.abort()


class Reader(io.RawIOBase):
    """Opens a stream. Each piece was verified before it is seen; that it was all of them is known at the
    end, which read() gives as b"". close() raises Refused unless that end was reached."""

    def __init__(self, key, raw, context):
        super().__init__()
        self._handle = None
        self._lock = threading.RLock()
        self._handle = _pave.reader_open(key, context, _read_some(raw))

    def readable(self):
        return True

    def readinto(self, buffer, /):
        with self._lock:
            self._check_open()
            return _pave.reader_read(self._handle, buffer)

    def close(self):
        """Verifies that the end was reached."""
        with self._lock:
            if self.closed:
                return
            try:
                # Who knows how much there is stops reading before the end was seen.
                if _pave.reader_read(self._handle, bytearray(1)):
                    raise Refused("the stream was not read to its verified end; abort() leaves it before")
                _pave.reader_end(self._handle)
            finally:
                self.abort()

    def abort(self):
        """Ends without asking whether the end was reached."""
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
            raise ValueError("the reader is closed")

    def __exit__(self, kind, *_):
        if kind is None:
            self.close()
        else:
            self.abort()

    def __del__(self):
        self.abort()


class SealedFile(io.RawIOBase):
    """A sealed file, to be read at any place. Its length was verified when it was opened, each piece is
    when it is read."""

    def __init__(self, key, path, context):
        super().__init__()
        self._handle = None
        self._lock = threading.RLock()
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
            raise ValueError("the file is closed")
