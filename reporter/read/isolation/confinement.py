"""What the reading process can't do.

The kernel holds the limits of the process (setrlimit): memory, processor time, open files, written bytes, no core
dump. An audit hook (PEP 578), which can't be taken off again, refuses Python code the network, other programs and
every change of files. It does not bind machine code: a parser in C that is taken over has the user's rights, as in
any program, only without the parent's memory.
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path
from typing import Any

from reporter.processes import limit_memory, lower_limit

_OPEN_FILES = 64
# The process writes to a file only what goes to its standard error.
_WRITTEN_BYTES = 1 << 20
_MEGABYTE = 1 << 20
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = frozenset({
    "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "pty.spawn",
    "os.kill", "os.killpg", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr", "os.putenv", "os.unsetenv",
})  # fmt: skip


def limit_process(memory_mb: int) -> None:
    """Set the limits that hold for the whole life of this process."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    limit_memory(memory_mb)
    lower_limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    lower_limit(resource.RLIMIT_FSIZE, _WRITTEN_BYTES)


def peak_mb() -> int:
    """The most memory that this process ever held.

    Linux hands ru_maxrss down to a started process, so that a large parent would count as its own: what the kernel
    writes of this program's memory is asked for first. macOS counts bytes, the others kilobytes.
    """
    try:
        status = Path("/proc/self/status").read_text("ascii")
        return int(status.split("VmHWM:", 1)[1].split(maxsplit=1)[0]) // 1024
    except (OSError, IndexError, ValueError):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak // (_MEGABYTE if sys.platform == "darwin" else 1024)


def seal() -> None:
    """Refuse all Python code of this process the network, other programs and every change of files, for good."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket.") or event in _REFUSED:
        raise PermissionError(f"a reader may not do this: {event}")
    if event == "open":
        path, _, flags = arguments
        if not isinstance(path, int) and isinstance(flags, int) and flags & _WRITING:
            raise PermissionError("a reader may not write files")
