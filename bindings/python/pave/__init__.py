# SPDX-License-Identifier: Apache-2.0
"""libpave: call it, and move on. Application code names a purpose; the signed policy says the rest."""
from . import keyset
from ._errors import (Argument, Backend, Busy, ContextError, Error, Exists, Expired, FileError, Forbidden, KeyState,
                      Limit, Locked, Misdirected, Newer, NoFile, NoKey, NoMemory, NoPurpose, NotSealed, Refused,
                      Replayed, Syntax, Untrusted, UsedUp)
from ._identity import Digest, Identity, Message, ReplayCache, Trust
from ._index import Derived, Index, IndexAdvice, index_plan
from ._inspect import Info, inspect
from ._library import Key, Library
from ._password import PasswordCost, password_hash, password_verify
from ._pave import (Context, Secret, equal, random_below, random_bytes, random_pin, random_token, random_uuid,
                    random_uuid_ordered, version, wipe)
from ._stream import Reader, SealedFile, Writer
from ._token import Jwks, PasetoKey
from ._unlock import Unlock

__all__ = [
    "Argument", "Backend", "Busy", "Context", "ContextError", "Derived", "Digest", "Error", "Exists", "Expired", "FileError",
    "Forbidden", "Identity", "Index", "IndexAdvice", "Info", "Jwks", "Key", "KeyState", "Library", "Limit", "Locked", "Message",
    "Misdirected", "Newer", "NoFile", "NoKey", "NoMemory", "NoPurpose", "NotSealed", "PasetoKey", "PasswordCost",
    "Reader", "Refused", "ReplayCache", "Replayed", "SealedFile", "Secret", "Syntax", "Trust", "Unlock",
    "Untrusted", "UsedUp", "Writer", "equal", "index_plan", "inspect", "keyset", "password_hash", "password_verify",
    "random_below", "random_bytes", "random_pin", "random_token", "random_uuid", "random_uuid_ordered", "version",
    "wipe",
]

# They are of `pave`, whatever file they are in: so messages and documentation say.
for _name in __all__:
    if getattr(globals()[_name], "__module__", "").startswith("pave._"):
        globals()[_name].__module__ = "pave"
del _name
