"""Bytes → RawText: find the inputs, tell their format and encoding, read them.

Before: a path or bytes. After: ``RawText``, the text as decoded with what its markup says. One reader a format,
in ``READERS``; what is not plain text is read in a process of its own, under ``Limits`` (``isolation``).
"""

from __future__ import annotations

from reporter.read.inputs import FoundFile, find_inputs
from reporter.read.isolation import Limits
from reporter.read.readers import (
    READERS,
    TOO_LARGE,
    Reader,
    content_of,
    file_digest,
    found_digest,
    needs_office,
    read_bytes,
    read_file,
)

__all__ = [
    "READERS",
    "TOO_LARGE",
    "FoundFile",
    "Limits",
    "Reader",
    "content_of",
    "file_digest",
    "find_inputs",
    "found_digest",
    "needs_office",
    "read_bytes",
    "read_file",
]
