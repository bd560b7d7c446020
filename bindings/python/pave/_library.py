# SPDX-License-Identifier: Apache-2.0
"""A policy with its keysets, and the keys of its purposes."""
import json
import os
import threading
import weakref

from . import _pave
from ._index import Derived, Index
from ._password import PasswordCost
from ._stream import Reader, SealedFile, Writer
from ._unlock import asker


class Key(_pave.Key):
    """The key of one purpose. The context is what a value belongs to: open needs the same as seal."""

    __slots__ = ("_purpose", "__weakref__")

    def seal_file(self, source, target, context, /, *, threads=0, progress=None):
        """Seals a file into another, which appears whole or not at all. `progress(done, all)` is told bytes."""
        _pave.file_seal(self, os.fsencode(source), os.fsencode(target), context, threads, progress)

    def unseal_file(self, source, target, context, /, *, threads=0, progress=None):
        """The way back."""
        _pave.file_unseal(self, os.fsencode(source), os.fsencode(target), context, threads, progress)

    def open_file(self, path, context, /):
        """A sealed file to read and seek in, as if it were open."""
        return SealedFile(self, path, context)

    def writer(self, raw, context, /):
        """Seals into a binary file, socket file or pipe what is written."""
        return Writer(self, raw, context)

    def reader(self, raw, context, /):
        """Opens what comes from a binary file, socket file or pipe."""
        return Reader(self, raw, context)

    def issue_token(self, claims, context, /, *, audience, ttl_s, now=None):
        """A PASETO of the claims for one audience; it ends after `ttl_s` seconds."""
        text = claims if isinstance(claims, (str, bytes)) else json.dumps(claims, allow_nan=False)
        return _pave.token_issue(self, text, context, audience, ttl_s, now)

    def verify_token(self, token, context, /, *, audience, issuer=None, leeway_s=0, now=None):
        """The claims, after all of the token was checked."""
        return json.loads(_pave.token_verify(self, token, context, audience, issuer, leeway_s, now))

    def token_public(self):
        """The public half of the key that signs, for those who only verify."""
        return _pave.token_public(self)

    def derive(self, size, context, /, *, key_id=0):
        """A key of 16 to 64 bytes for what is not Pave's, such as a disk. `key_id` 0 is the primary key: keep the
        id that comes back, and give it from then on."""
        return Derived(*_pave.derive(self, size, context, key_id))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return f"<pave.Key of {self._purpose}>"


class Library:
    """A policy that is signed by `trust`, and its keysets.

    `unlock` says how each keyset is unlocked, by its name: the passphrase as bytes, or a pave.Unlock;
    or it is a callable of the name that gives one. It is asked when a keyset is first used.
    """

    __slots__ = ("_handle", "_ask", "_open", "_lock")

    def __init__(self, policy, *, trust, unlock):
        self._ask = asker(unlock)
        self._handle = _pave.library_open(os.fsencode(policy), trust)
        self._open = weakref.WeakSet()
        self._lock = threading.Lock()

    def key(self, purpose, *, subject=None, secret=None):
        """The key of a purpose; for a `subject`, such as a patient, one that only it has. With the subject's
        `secret` (see new_subject) what is sealed can be done away with."""
        if secret is not None and subject is None:
            raise TypeError("secret: it needs the subject whose it is")
        key = _pave.key_open(Key, self._handle, self._ask, purpose, subject, secret)
        key._purpose = purpose
        return self._adopt(key)

    def index(self, purpose, name):
        """An index of a purpose, by which sealed values are found."""
        return self._adopt(Index(_pave.index_open(self._handle, self._ask, purpose, name)))

    def _adopt(self, handle):
        """What is closed with the library."""
        with self._lock:
            if _pave.handle_is_closed(self._handle):
                handle.close()
                raise ValueError("the library is closed")
            self._open.add(handle)
        return handle

    def new_subject(self, purpose, subject):
        """The secret of a new subject: 110 bytes to be stored with its record."""
        return _pave.subject_new(self._handle, self._ask, purpose, subject)

    def reseal_subject(self, purpose, subject, secret):
        """The same secret under the key of now; None when it is current."""
        return _pave.subject_reseal(self._handle, self._ask, purpose, subject, secret)

    def password_cost(self):
        """What the policy says that a password hash costs, for password_hash and password_verify."""
        return PasswordCost(*_pave.library_password_cost(self._handle))

    def close(self):
        """Wipes all its keys and indexes, after calls that are under way; using one of them is a ValueError then."""
        with self._lock:
            for handle in self._open:
                handle.close()
            _pave.handle_close(self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return "<pave.Library>"
