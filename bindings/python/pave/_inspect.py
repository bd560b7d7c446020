# SPDX-License-Identifier: Apache-2.0
"""What can be said without any key."""
from typing import NamedTuple

from . import _pave


class Info(NamedTuple):
    """Of a sealed value, stream or message. `key_id` is 0 for a message, `message_size` for a stream."""

    version: int
    suite: str
    key_id: int
    message_size: int
    is_stream: bool
    recipients: int


def inspect(sealed, *, size=None):
    """Raises NotSealed, or Newer. The first six bytes are enough when `size` says how large the whole is."""
    return Info(*_pave.inspect(sealed, size))
