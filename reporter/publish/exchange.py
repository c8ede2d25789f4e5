"""Exchanging two folders: one system call where there is one.

Linux: ``renameat2`` with RENAME_EXCHANGE (renameat2(2), Linux 3.15).
macOS: ``renamex_np`` with RENAME_SWAP (renamex_np(2)).
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2

# What a system or a file system answers that has no such call: the caller then renames twice.
_ABSENT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchanged(first: Path, second: Path) -> bool:
    """Exchange two existing paths of one file system in one step.

    Returns:
        False where system or file system has no such step; then nothing has changed.

    Raises:
        OSError: there is such a step and it failed.
    """
    one, two = os.fsencode(first), os.fsencode(second)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            result = library.renamex_np(one, two, ctypes.c_uint(_RENAME_SWAP))
        else:
            result = library.renameat2(_AT_FDCWD, one, _AT_FDCWD, two, ctypes.c_uint(_RENAME_EXCHANGE))
    except (AttributeError, OSError, TypeError):  # no C library to ask, or none that knows the call
        return False
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in _ABSENT:
        return False
    raise OSError(code, os.strerror(code), str(first), None, str(second))
