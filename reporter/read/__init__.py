"""Bytes → RawText: find the inputs, tell their format and encoding, read them.

Before: a path or bytes. After: ``RawText``, the text as decoded with what its markup says. One reader a format,
in ``READERS``.
"""

from __future__ import annotations

from reporter.read.inputs import FoundFile, find_inputs
from reporter.read.readers import READERS, Reader, file_digest, read_bytes, read_file

__all__ = ["READERS", "FoundFile", "Reader", "file_digest", "find_inputs", "read_bytes", "read_file"]
