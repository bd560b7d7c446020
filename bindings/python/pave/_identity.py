# SPDX-License-Identifier: Apache-2.0
"""Identities: messages between services, and signatures."""
import heapq
import os
import threading
import time
from typing import NamedTuple

from . import _pave
from ._unlock import parts_of


class Message(NamedTuple):
    """What was opened: the body, the sender's name in the trust file, and two times in seconds since 1970."""

    body: bytes
    sender: str
    sent: int
    expires: int


class Digest:
    """Of what is signed in pieces: update() it, then sign or verify it; once."""

    __slots__ = ("_handle", "_lock")

    def __init__(self, data=b""):
        self._handle = _pave.digest_new()
        self._lock = threading.Lock()
        self.update(data)

    def update(self, data, /):
        with self._lock:
            _pave.digest_add(self._handle, data)

    def __repr__(self):
        return "<pave.Digest>"


def _message_of(message):
    return message._handle if isinstance(message, Digest) else message


class Trust:
    """The names of others and their public keys, from the text of a trust file."""

    __slots__ = ("_handle",)

    def __init__(self, text):
        self._handle = _pave.trust_read(text)

    @classmethod
    def load(cls, path):
        """Reads a trust file."""
        with open(path, "rb") as file:
            return cls(file.read())

    def verify(self, signature, message, *, name, domain):
        """Raises unless `name` signed the message (bytes, or a Digest) for this domain: Untrusted for a name
        that is not listed, else Refused. Gives nothing."""
        _pave.verify(self._handle, _message_of(message), name, domain, signature)

    def close(self):
        _pave.handle_close(self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return "<pave.Trust>"


def _trust_of(trust):
    if not isinstance(trust, Trust):
        raise TypeError(f"trust: expected a pave.Trust, not {type(trust).__name__}")
    return trust._handle


class Identity:
    """Who a service is to others: a keyset of kind "identity", unlocked."""

    __slots__ = ("_handle",)

    def __init__(self, path, *, unlock):
        self._handle = _pave.identity_open(os.fsencode(path), parts_of(unlock, "unlock"))

    @property
    def public(self):
        """What others may know: the text for their trust files."""
        return _pave.identity_public(self._handle)

    def seal_message(self, body, context, /, *, purpose, to, trust, ttl_s, now=None):
        """Seals `body` for all names of `to`, for so many seconds."""
        return _pave.message_seal(self._handle, _trust_of(trust), body, purpose, context, now, to, ttl_s)

    def open_message(self, sealed, context, /, *, purpose, trust, replay, now=None):
        """The Message, if it is genuine, for this purpose and context, and in time. `replay` is asked last whether
        it is new: a ReplayCache, a callable of an id and a time to keep it until, or None to take it again."""
        return Message(*_pave.message_open(self._handle, _trust_of(trust), sealed, purpose, context, now, replay))

    def sign(self, message, *, domain):
        """The signature, 64 bytes, of bytes or of a Digest, for what `domain` says that it means."""
        return _pave.sign(self._handle, _message_of(message), domain)

    def close(self):
        _pave.handle_close(self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return "<pave.Identity>"


class ReplayCache:
    """Remembers the ids of messages until they have expired, in this process. Services of several processes
    need one that they share: a callable that inserts the id into a table and says whether it was new."""

    __slots__ = ("_seen", "_ends", "_lock", "_clock")

    def __init__(self, clock=time.time):
        self._seen, self._ends = set(), []
        self._lock, self._clock = threading.Lock(), clock

    def __call__(self, message_id, until):
        with self._lock:
            now = self._clock()
            while self._ends and self._ends[0][0] <= now:
                self._seen.discard(heapq.heappop(self._ends)[1])
            if message_id in self._seen:
                return False
            self._seen.add(message_id)
            heapq.heappush(self._ends, (until, message_id))
            return True

    def __len__(self):
        return len(self._seen)
