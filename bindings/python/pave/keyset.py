# SPDX-License-Identifier: Apache-2.0
"""Files of keys, for those who look after them; application code needs none of this.

`unlock` is a passphrase as bytes, or a pave.Unlock. Ids are numbers; the program `pave` writes them with
eight hexadecimal digits, f"{id:08x}".
"""
import os

from . import _pave
from ._unlock import parts_of

_PRIMARY, _ACTIVE, _DISABLED, _DESTROYED = 2, 3, 4, 5


def create(path, *, name, unlock, kind="seal", suite=None, messages=0, passphrase_kib=0, passphrase_passes=0):
    """Makes a file with one primary key. Exists is raised when it is there already."""
    _pave.keyset_create(os.fsencode(path), parts_of(unlock, "unlock"), name, kind, suite, messages,
                        passphrase_kib, passphrase_passes)


def rotate(path, *, unlock, stage_seconds=86400):
    """Adds a pending key, to be promoted when every place that opens has the new file, and gives its id."""
    return _pave.keyset_rotate(os.fsencode(path), parts_of(unlock, "unlock"), stage_seconds)


def _change(path, key_id, unlock, state):
    _pave.keyset_change(os.fsencode(path), parts_of(unlock, "unlock"), key_id, state)


def promote(path, key_id, *, unlock):
    """It seals from now on; what was primary still opens."""
    _change(path, key_id, unlock, _PRIMARY)


def retire(path, key_id, *, unlock):
    """It no longer opens; restore takes that back."""
    _change(path, key_id, unlock, _DISABLED)


def restore(path, key_id, *, unlock):
    """A retired key opens again."""
    _change(path, key_id, unlock, _ACTIVE)


def destroy(path, key_id, *, unlock):
    """Only from retired, and for ever."""
    _change(path, key_id, unlock, _DESTROYED)


def rewrap(path, *, unlock, new_unlock):
    """Wraps the same keys for another passphrase, parent or program."""
    _pave.keyset_rewrap(os.fsencode(path), parts_of(unlock, "unlock"), parts_of(new_unlock, "new_unlock"))


def check(path, *, unlock):
    """Unlocks and checks everything that a file says."""
    _pave.keyset_check(os.fsencode(path), parts_of(unlock, "unlock"))
