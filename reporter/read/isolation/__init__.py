"""Reading of formats whose files may be hostile: in a child process of their own, under limits.

Before: bytes and the name of their format. After: the same ``RawText`` or ``ReadError`` that the reader gives, checked
as an answer of a process that the file may have taken over. ``keeper`` holds the child and its watchdog, ``child`` is
what runs there, ``confinement`` what it can't do, ``wire`` what the two say to each other.
Why: docs/decisions/0009-isolation.md.
"""

from __future__ import annotations

from reporter.read.isolation.keeper import read_isolated
from reporter.read.isolation.limits import Limits

__all__ = ["Limits", "read_isolated"]
