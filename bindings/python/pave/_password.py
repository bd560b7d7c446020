# SPDX-License-Identifier: Apache-2.0
"""Passwords: what to store of one, and whether one is right."""
from typing import NamedTuple

from . import _pave


class PasswordCost(NamedTuple):
    """What a hash costs; 0 is what the library recommends."""

    memory_kib: int = 0
    passes: int = 0


def password_hash(password, *, cost=None):
    """What to store of a password."""
    return _pave.password_hash(password, cost)


def password_verify(password, stored, *, cost=None):
    """Raises Refused for another password. Gives what to store from now on, or None to leave it.
    `stored` None (there is no such user) takes as long, and is refused."""
    return _pave.password_verify(password, stored, cost)
