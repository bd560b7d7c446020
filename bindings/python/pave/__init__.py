# SPDX-License-Identifier: Apache-2.0
"""libpave: call it, and move on. Application code names a purpose; the signed policy says the rest."""
import json

from . import _pave

__all__ = ["Error", "Refused", "Expired", "Misdirected", "Untrusted", "Locked", "Library", "Key", "Jwks",
           "password_hash", "password_verify", "random_bytes", "random_below", "random_token", "random_pin",
           "random_uuid", "random_uuid_ordered"]


class Error(Exception):
    """A call failed. `name` is the status, such as PAVE_NO_PURPOSE."""

    def __init__(self, status, name, text):
        super().__init__(text)
        self.status = status
        self.name = name


class Refused(Error):
    """A wrong key, a wrong context, a wrong password or a changed byte: which one is not said."""


class Expired(Error):
    """Genuine, but past its date."""


class Misdirected(Error):
    """Genuine, but meant for another place or time."""


class Untrusted(Error):
    """Not signed by a key that is trusted here."""


class Locked(Error):
    """The keyset could not be unlocked."""


_ERRORS = {"PAVE_REFUSED": Refused, "PAVE_EXPIRED": Expired, "PAVE_MISDIRECTED": Misdirected,
           "PAVE_UNTRUSTED": Untrusted, "PAVE_LOCKED": Locked}


def _raise(status, name, text):
    raise _ERRORS.get(name, Error)(status, name, text)


_pave.raise_status = _raise


class Key:
    """The key of one purpose. The context is what a value belongs to: open needs the same as seal."""

    def __init__(self, handle):
        self._handle = handle

    def seal(self, message, /, **context):
        return _pave.seal(self._handle, message, context)

    def open(self, sealed, /, **context):
        return _pave.open(self._handle, sealed, context)

    def seal_text(self, message, /, **context):
        """As text for columns and JSON."""
        return _pave.seal_text(self._handle, message, context).decode("ascii")

    def open_text(self, text, /, **context):
        return _pave.open_text(self._handle, text.encode(), context)

    def reseal(self, sealed, /, **context):
        """Sealed anew by the key of now; None when there is nothing to do."""
        return _pave.reseal(self._handle, sealed, context) or None

    def __repr__(self):
        return "<pave.Key>"


class Library:
    """A policy and its keysets. `unlock` has, for each keyset's name, its passphrase as bytes, or
    the path of its wrapping program as str."""

    def __init__(self, policy, *, trust, unlock):
        self._handle = _pave.library(str(policy), trust, dict(unlock))

    def key(self, purpose, *, subject=None):
        """The key of a purpose; with `subject`, one that only this patient or tenant has."""
        if self._handle is None:
            raise ValueError("the library is closed")
        return Key(_pave.key(self._handle, purpose, subject))

    def close(self):
        """Keys that are still held keep what they need; the rest is wiped."""
        self._handle = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Jwks:
    """The keys of an issuer of tokens, as it publishes them."""

    def __init__(self, text):
        self._handle = _pave.jwks(text)

    def verify(self, token, *, issuer, audience, type=None, leeway_s=0):
        """The claims of a token, after all of it was checked. `audience` None: it must name none."""
        return json.loads(_pave.jwt_verify(self._handle, token, issuer, audience, type, leeway_s))


def password_hash(password):
    """What to store of a password."""
    return _pave.password_hash(password)


def password_verify(password, stored):
    """Raises Refused for another password. Gives what to store from now on, or None to leave it.
    `stored` None (there is no such user) takes as long, and is refused."""
    return _pave.password_verify(password, stored)


random_bytes = _pave.random_bytes
random_below = _pave.random_below
random_token = _pave.random_token
random_pin = _pave.random_pin
random_uuid = _pave.random_uuid
random_uuid_ordered = _pave.random_uuid_ordered
