# SPDX-License-Identifier: Apache-2.0
"""Indexes, by which sealed values are found; and keys for others."""
from typing import NamedTuple

from . import _pave


class Derived(NamedTuple):
    """A key for what is not Pave's, in guarded memory, and the id of the key that it was made of."""

    secret: _pave.Secret
    key_id: int


class IndexAdvice(NamedTuple):
    """How many bits a token may have, and how many rows a search finds at the usual length."""

    least: int
    most: int
    usual: int
    rows_each: float


class Index:
    """Makes short tokens of values: one to store beside a row, some to search for."""

    __slots__ = ("_handle", "__weakref__")

    def __init__(self, handle):
        self._handle = handle

    def token(self, values, /):
        """The token to store. `values` are the columns of the index by name. Argument: nothing is left of a value,
        and such a row has no token."""
        return _pave.index_token(self._handle, values)

    def query(self, values, /):
        """The tokens that rows with these values may have: search for any of them."""
        return _pave.index_query(self._handle, values)

    def close(self):
        _pave.handle_close(self._handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return "<pave.Index>"


def index_plan(distinct, rows):
    """How long tokens may be, of a column of so many different values. Forbidden: too few for an index."""
    return IndexAdvice(*_pave.index_plan(distinct, rows))
