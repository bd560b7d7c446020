# SPDX-License-Identifier: Apache-2.0
"""The extension is not for callers: the classes around it are, and their types are in __init__.pyi."""
from typing import Any

STATUSES: list[tuple[int, str, str]]

def __getattr__(name: str) -> Any: ...
