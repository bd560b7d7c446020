# SPDX-License-Identifier: Apache-2.0
"""Tokens of others: JWT, and PASETO with keys as text."""
import json

from . import _pave


class Jwks:
    """The keys of an issuer of tokens, as it publishes them."""

    __slots__ = ("_handle",)

    def __init__(self, text):
        self._handle = _pave.jwks_read(text)

    def verify(self, token, *, issuer, audience, type=None, leeway_s=0, now=None):
        """The claims of a token, after all of it was checked. `audience` None: it must name none."""
        return json.loads(_pave.jwks_verify(self._handle, token, issuer, audience, type, leeway_s, now))

    def close(self):
        _pave.handle_close(self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return "<pave.Jwks>"


class PasetoKey:
    """A key as PASERK text, "k4.local.…", "k4.secret.…" or "k4.public.…", from or for another program."""

    __slots__ = ("_handle",)

    def __init__(self, text):
        self._handle = _pave.paseto_key_read(text)

    @property
    def id(self):
        """For logs and footers; it tells nothing about the key."""
        return _pave.paseto_key_id(self._handle)

    def verify(self, token, context, /, *, audience, issuer=None, leeway_s=0, now=None):
        """As Key.verify_token, for those who only have the public key."""
        return json.loads(_pave.paseto_verify(self._handle, token, context, audience, issuer, leeway_s, now))

    def issue(self, claims, *, footer=b"", bound=b""):
        """A token of the claims as they are (JSON, or what becomes JSON)."""
        text = claims if isinstance(claims, (str, bytes)) else json.dumps(claims, allow_nan=False)
        return _pave.paseto_issue(self._handle, text, footer, bound)

    def open(self, token, *, footer=b"", bound=b""):
        """The claims as bytes. They say nothing yet about time and place: see verify for that."""
        return _pave.paseto_open(self._handle, token, footer, bound)

    def close(self):
        _pave.handle_close(self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return "<pave.PasetoKey>"
