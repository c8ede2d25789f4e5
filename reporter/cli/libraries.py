"""Shared libraries of the system, looked for under the names that Linux, macOS and Windows give them."""

from __future__ import annotations

import ctypes
from ctypes.util import find_library


def loaded(name: str, version: int = 0) -> ctypes.CDLL | None:
    """The library, or None where it is not installed.

    Args:
        name: without ``lib`` and ending (``pango-1.0``).
        version: of its interface, as in ``libpango-1.0.so.0``.
    """
    names = [f"lib{name}.so.{version}", f"lib{name}.{version}.dylib", f"lib{name}-{version}.dll"]
    for candidate in [*names, find_library(name)]:
        if candidate:
            try:
                return ctypes.CDLL(candidate)
            except OSError:
                continue
    return None
