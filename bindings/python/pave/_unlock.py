# SPDX-License-Identifier: Apache-2.0
"""How keysets are unlocked."""
import os


class Unlock:
    """One of: a passphrase, the path of a wrapping program, or the keyset that wraps this one."""

    __slots__ = ("_parts",)

    def __init__(self, *, passphrase=None, program=None, parent=None, parent_unlock=None):
        if sum(way is not None for way in (passphrase, program, parent)) != 1:
            raise TypeError("unlock: expected one of passphrase, program and parent")
        if (parent is None) != (parent_unlock is None):
            raise TypeError("unlock: a parent needs parent_unlock, which says how it is unlocked itself")
        self._parts = (passphrase.encode() if isinstance(passphrase, str) else passphrase,
                       None if program is None else os.fsencode(program),
                       None if parent is None else os.fsencode(parent),
                       None if parent_unlock is None else parts_of(parent_unlock, "parent_unlock"))

    def __repr__(self):
        return "<pave.Unlock>"


def parts_of(how, argument):
    """What the extension reads. Text is not taken for a passphrase or a path: it could be either."""
    if isinstance(how, Unlock):
        return how._parts
    if isinstance(how, str):
        raise TypeError(f"{argument}: expected bytes for a passphrase, or pave.Unlock(passphrase=…) or "
                        "pave.Unlock(program=…), not str")
    return Unlock(passphrase=how)._parts


def asker(unlock):
    """From what a library was given: a callable of a keyset's name."""
    if not callable(unlock) and not hasattr(unlock, "get"):
        raise TypeError("unlock: expected a mapping of keysets' names, or a callable of a name, "
                        f"not {type(unlock).__name__}")

    def ask(keyset):
        how = unlock(keyset) if callable(unlock) else unlock.get(keyset)
        if how is None:
            from ._errors import Locked
            raise Locked(f"{keyset}: nothing says how this keyset is unlocked; add it to `unlock`")
        return parts_of(how, f"unlock[{keyset!r}]")

    return ask
