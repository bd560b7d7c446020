# SPDX-License-Identifier: Apache-2.0
"""One exception for each status of libpave."""
from . import _pave


class Error(Exception):
    """A call failed. `name` is the status, such as PAVE_NO_PURPOSE, and `status` its number."""

    status = 0
    name = ""


class Refused(Error):
    """A wrong key, a wrong context, a wrong password or a changed byte: which one is not said."""


class NoMemory(Error, MemoryError):
    """Out of memory."""


class Argument(Error, ValueError):
    """An argument is missing or out of its range."""


class Limit(Error):
    """Larger than a limit of the library or of the policy."""


class FileError(Error, OSError):
    """Reading or writing a file failed."""


class Syntax(Error):
    """Not written as expected: a policy, a keyset, a token, a stored password."""


class Untrusted(Error):
    """Not signed by a key that is trusted here."""


class Expired(Error):
    """Genuine, but past its date: a policy, a token, a message."""


class NoPurpose(Error):
    """The policy has no such purpose."""


class ContextError(Error):
    """A context field that the policy asks for is missing, or a field is not well named."""


class NotSealed(Error):
    """Not a value that Pave sealed, or cut off at its beginning."""


class Newer(Error):
    """Of a version or suite that is newer than this libpave; update it."""


class NoKey(Error):
    """The keyset has no key of this id: another keyset, or an old copy of it."""


class KeyState(Error):
    """The key is not in use: retired, destroyed, or none is primary."""


class Locked(Error):
    """The keyset could not be unlocked."""


class Forbidden(Error):
    """The policy does not allow this."""


class UsedUp(Error):
    """The key has reached its limit; rotate it."""


class Exists(Error, FileExistsError):
    """Already there."""


class NoFile(Error, FileNotFoundError):
    """No such file."""


class Backend(Error):
    """The cryptographic library or the system's randomness failed."""


class Busy(Error):
    """Another process is changing this; try again."""


class Misdirected(Error):
    """Genuine, but meant for another place or time."""


class Replayed(Error):
    """Genuine, but it was here before."""


_NAMES = {"PAVE_IO": "FileError", "PAVE_CONTEXT": "ContextError"}


def _class_of(number, name, text):
    class_name = _NAMES.get(name) or name.removeprefix("PAVE_").title().replace("_", "")
    # A libpave that is newer than this file may have a status that has no class yet.
    kind = globals().get(class_name) or type(class_name, (Error,), {"__doc__": text})
    kind.status, kind.name = number, name
    return kind


_CLASSES = {number: _class_of(number, name, text) for number, name, text in _pave.STATUSES}


def of_status(status, text):
    """What a failed call raises."""
    return _CLASSES.get(status, Error)(text)
